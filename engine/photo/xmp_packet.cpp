#include "engine/photo/xmp_packet.h"

#include <string_view>
#include <vector>

namespace heser {
namespace {

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kIptcExtension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
constexpr std::string_view kXmp = "http://ns.adobe.com/xap/1.0/";
constexpr std::string_view kXmpNote = "http://ns.adobe.com/xmp/note/";
constexpr std::string_view kTiff = "http://ns.adobe.com/tiff/1.0/";

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Whether an XML name ends here.
bool EndsName(char c) { return IsSpace(c) || c == '=' || c == '>' || c == '/'; }

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return escaped;
}

// The prefixes that the packet binds to a namespace: the usual ones are free to differ, and
// programs that add to a packet may bind their own.
std::vector<std::string> PrefixesOf(const std::string& packet, std::string_view name_space) {
  std::vector<std::string> prefixes;
  for (std::size_t at = packet.find(name_space); at != std::string::npos;
       at = packet.find(name_space, at + 1)) {
    const std::size_t end = at + name_space.size();
    if (at == 0 || end >= packet.size() || packet[end] != packet[at - 1]) continue;
    if (packet[at - 1] != '"' && packet[at - 1] != '\'') continue;
    const std::size_t equals = packet.rfind('=', at);
    const std::size_t begin = packet.rfind("xmlns:", at);
    if (equals == std::string::npos || begin == std::string::npos || equals < begin) continue;
    std::string prefix = packet.substr(begin + 6, equals - begin - 6);
    while (!prefix.empty() && IsSpace(prefix.back())) prefix.pop_back();
    const bool plain = prefix.find_first_of(" \t\r\n<>=\"'") == std::string::npos;
    if (!prefix.empty() && plain) prefixes.push_back(prefix);
  }
  return prefixes;
}

// Removes ` name="..."`. Returns whether there was one.
bool RemoveAttribute(std::string& packet, const std::string& name) {
  for (std::size_t at = packet.find(name); at != std::string::npos;
       at = packet.find(name, at + 1)) {
    if (at == 0 || !IsSpace(packet[at - 1])) continue;
    std::size_t end = at + name.size();
    while (end < packet.size() && IsSpace(packet[end])) ++end;
    if (end >= packet.size() || packet[end] != '=') continue;
    ++end;
    while (end < packet.size() && IsSpace(packet[end])) ++end;
    if (end >= packet.size() || (packet[end] != '"' && packet[end] != '\'')) continue;
    end = packet.find(packet[end], end + 1);
    if (end == std::string::npos) return false;
    packet.erase(at, end + 1 - at);
    return true;
  }
  return false;
}

// Removes `<name ...>...</name>` or `<name .../>`. Returns whether there was one.
bool RemoveElement(std::string& packet, const std::string& name) {
  const std::string open = "<" + name;
  for (std::size_t at = packet.find(open); at != std::string::npos;
       at = packet.find(open, at + 1)) {
    const std::size_t after = at + open.size();
    if (after >= packet.size() || !EndsName(packet[after])) continue;
    std::size_t end = packet.find('>', after);
    if (end == std::string::npos) return false;
    if (packet[end - 1] != '/') {
      const std::string close = "</" + name;
      end = packet.find(close, end);
      if (end == std::string::npos) return false;
      end = packet.find('>', end + close.size());
      if (end == std::string::npos) return false;
    }
    packet.erase(at, end + 1 - at);
    return true;
  }
  return false;
}

void RemoveProperty(std::string& packet, std::string_view name_space, const std::string& name) {
  for (const std::string& prefix : PrefixesOf(packet, name_space)) {
    const std::string full = prefix + ":" + name;
    while (RemoveAttribute(packet, full) || RemoveElement(packet, full)) {
    }
  }
}

// The rdf:about of the packet's first description: all descriptions must agree on it.
std::string AboutOf(const std::string& packet, const std::string& rdf) {
  const std::string name = rdf + ":about";
  std::size_t at = packet.find(name);
  if (at == std::string::npos) return {};
  at = packet.find_first_of("\"'", at + name.size());
  if (at == std::string::npos) return {};
  const std::size_t end = packet.find(packet[at], at + 1);
  return end == std::string::npos ? std::string() : packet.substr(at + 1, end - at - 1);
}

// Our properties as a description of its own; `about` as it stands in the XML.
std::string Description(const std::string& rdf, const std::string& about,
                        const std::string& creator_tool) {
  std::string text = "<" + rdf + ":Description " + rdf + ":about=\"" + about + "\"";
  text += " xmlns:Iptc4xmpExt=\"" + std::string(kIptcExtension) + "\"";
  text += " xmlns:xmp=\"" + std::string(kXmp) + "\"";
  text += " Iptc4xmpExt:DigitalSourceType=\"" + std::string(kCompositeSourceType) + "\"";
  text += " xmp:CreatorTool=\"" + Escaped(creator_tool) + "\"/>\n";
  return text;
}

std::string FreshPacket(const std::string& creator_tool) {
  return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"" +
         std::string(kRdf) + "\">\n" + Description("rdf", "", creator_tool) +
         "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace

std::string CompositeXmp(const std::string& packet, const std::string& creator_tool) {
  const std::vector<std::string> prefixes = PrefixesOf(packet, kRdf);
  if (prefixes.empty() || packet.find('\0') != std::string::npos) return FreshPacket(creator_tool);
  const std::string& rdf = prefixes.front();
  std::string merged = UprightXmp(packet);
  RemoveProperty(merged, kIptcExtension, "DigitalSourceType");
  RemoveProperty(merged, kIptcExtension, "DigitalSourcefileType");
  RemoveProperty(merged, kXmp, "CreatorTool");
  RemoveProperty(merged, kXmpNote, "HasExtendedXMP");
  const std::size_t open = merged.find("<" + rdf + ":RDF");
  const std::size_t close = merged.rfind("</" + rdf + ":RDF");
  if (open == std::string::npos || close == std::string::npos || close < open) {
    return FreshPacket(creator_tool);
  }
  std::string about = AboutOf(merged, rdf);
  if (about.find('"') != std::string::npos) about.clear();
  merged.insert(close, Description(rdf, about, creator_tool));
  return merged;
}

bool IsCompositeXmp(const std::string& packet, const std::string& creator_tool) {
  return packet.find(kCompositeSourceType) != std::string::npos &&
         packet.find("CreatorTool=\"" + Escaped(creator_tool) + "\"") != std::string::npos;
}

std::string UprightXmp(std::string packet) {
  RemoveProperty(packet, kTiff, "Orientation");
  return packet;
}

}  // namespace heser
