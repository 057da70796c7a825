#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <memory>
#include <vector>

#include <jpeglib.h>
// After it: it uses what that declares.
#include <jerror.h>

#include "engine/photo/file_damage.h"

namespace heser {
namespace {

// What encoders leave over before the end are a few bytes of any value, or more of one alone. A
// decoder that lost its place leaves some percent of the file, or few bytes in the last rows.
constexpr int kMostLeftOver = 8;     // Bytes of any value.
constexpr int kMostPadding = 256;    // Bytes of one value,
constexpr int kPaddingShare = 1000;  // or one in so many bytes of a large file.
constexpr unsigned kSmallestScale = 8;

/// libjpeg's messages, heard instead of printed.
struct Listener {
  jpeg_error_mgr manager;  // First: libjpeg hands its address back.
  std::jmp_buf leave;
  int most_padding;
  int left_over;  // Before the end.
  bool is_scanning;
  bool is_damaged;
};

Listener& ListenerOf(j_common_ptr decoder) { return *reinterpret_cast<Listener*>(decoder->err); }

bool IsDamage(const Listener& listener) {
  switch (listener.manager.msg_code) {
    case JWRN_ARITH_BAD_CODE:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
      return true;
    case JWRN_EXTRANEOUS_DATA: {
      const int count = listener.manager.msg_parm.i[0];
      const int marker = listener.manager.msg_parm.i[1];
      return listener.is_scanning && (marker != JPEG_EOI || count > listener.most_padding);
    }
    default:
      return false;
  }
}

void HearMessage(j_common_ptr decoder, int level) {
  constexpr int kWarning = -1;
  Listener& listener = ListenerOf(decoder);
  if (level != kWarning) return;
  if (listener.manager.msg_code == JWRN_EXTRANEOUS_DATA && listener.is_scanning) {
    listener.left_over = listener.manager.msg_parm.i[0];
  }
  if (IsDamage(listener)) listener.is_damaged = true;
}

/// Whether the bytes before the marker that was read last differ from one another.
bool AreMixed(std::FILE* file, const jpeg_decompress_struct& decoder, int count) {
  constexpr long kMarkerLength = 2;
  const long read = std::ftell(file) - static_cast<long>(decoder.src->bytes_in_buffer);
  std::vector<unsigned char> bytes(static_cast<std::size_t>(count));
  if (std::fseek(file, read - kMarkerLength - count, SEEK_SET) != 0 ||
      std::fread(bytes.data(), 1, bytes.size(), file) != bytes.size()) {
    return true;
  }
  return std::ranges::any_of(bytes, [&](unsigned char byte) { return byte != bytes.front(); });
}

[[noreturn]] void HearError(j_common_ptr decoder) {
  Listener& listener = ListenerOf(decoder);
  listener.is_damaged = true;
  std::longjmp(listener.leave, 1);
}

/// Decodes everything as small as possible. Nothing that needs a destructor is made here: libjpeg's
/// errors jump out of it.
void Listen(std::FILE* file, jpeg_decompress_struct& decoder, Listener& listener,
            std::vector<JSAMPLE>& row, const Progress& progress) {
  if (setjmp(listener.leave) != 0) return;  // NOLINT(cert-err52-cpp): libjpeg's way out.
  jpeg_create_decompress(&decoder);
  jpeg_stdio_src(&decoder, file);
  jpeg_read_header(&decoder, TRUE);
  listener.is_scanning = true;
  decoder.scale_num = 1;
  decoder.scale_denom = kSmallestScale;
  decoder.out_color_space = decoder.jpeg_color_space;
  decoder.do_block_smoothing = FALSE;
  jpeg_start_decompress(&decoder);
  row.resize(std::size_t{decoder.output_width} * decoder.output_components);
  JSAMPROW rows[] = {row.data()};
  while (decoder.output_scanline < decoder.output_height && !listener.is_damaged) {
    progress.Checkpoint();
    jpeg_read_scanlines(&decoder, rows, 1);
  }
  if (!listener.is_damaged) jpeg_finish_decompress(&decoder);
}

}  // namespace

bool HasDamagedJpegData(const std::filesystem::path& path, const Progress& progress) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (file == nullptr) return true;
  Listener listener{};
  // Freed by whatever way the decoding ends.
  jpeg_decompress_struct decoder{};
  const std::unique_ptr<jpeg_decompress_struct, void (*)(j_decompress_ptr)> freed(
      &decoder, &jpeg_destroy_decompress);
  decoder.err = jpeg_std_error(&listener.manager);
  listener.manager.emit_message = &HearMessage;
  listener.manager.error_exit = &HearError;
  listener.most_padding =
      std::max(kMostPadding, static_cast<int>(std::filesystem::file_size(path) / kPaddingShare));
  std::vector<JSAMPLE> row;
  Listen(file.get(), decoder, listener, row, progress);
  if (listener.is_damaged || listener.left_over <= kMostLeftOver) return listener.is_damaged;
  return AreMixed(file.get(), decoder, listener.left_over);
}

}  // namespace heser
