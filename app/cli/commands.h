#pragma once

namespace CLI {
class App;
}

/// The subcommands of `heser`. Each Add... declares its options below `app`; the command runs in a
/// callback while CLI11 parses and leaves by exception: heser::Error, heser::Cancelled.
namespace heser::cli {

void AddSwapCommand(CLI::App& app);
void AddBatchCommand(CLI::App& app);
void AddRenderCommand(CLI::App& app);
void AddAnalyzeCommand(CLI::App& app);
void AddSettingsCommand(CLI::App& app);
void AddTrainCommand(CLI::App& app);
void AddEvaluateCommand(CLI::App& app);
void AddBenchCommand(CLI::App& app);

}  // namespace heser::cli
