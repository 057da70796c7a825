#include "engine/training/training_loop_command.h"

#include <CLI/CLI.hpp>

namespace heser {

void AddTrainingLoopOptions(CLI::App& command, TrainingLoopOptions& options) {
  command.add_option("--out", options.out, "Folder for weights, checkpoint and log");
  command.add_option("--start", options.start, "Weights file to start from");
  command.add_flag("--resume", options.resume, "Go on from the checkpoint in --out");
  command.add_option("--steps", options.steps,
                     "Length of the whole training in steps (0: by the clock)");
  command.add_option("--minutes", options.minutes, "Length of this run by the clock");
  command.add_option("--learning-rate", options.learning_rate, "Highest learning rate");
  command.add_option("--accumulate", options.accumulate,
                     "Batches that each step's gradient is the mean of: a larger batch in the "
                     "memory of one");
  command.add_option("--seed", options.seed, "Seed of all random numbers");
  command.add_option("--validate-every", options.validate_every, "Steps between validations");
  command.add_flag("!--full-precision", options.mixed_precision,
                   "Never bfloat16, which is taken where the device is fast at it");
  command.add_option("--device", options.device, "auto, cpu, cuda or cuda:N");
  command.add_option("--threads", options.threads,
                     "Processor threads of the network (0: all cores)");
  command.add_option("--workers", options.workers,
                     "Threads that make batches (0: one; beside a GPU all cores but one)");
  command.add_option("--peer-timeout", options.peer_timeout,
                     "How long processes that train together wait for one another, seconds");
  command.footer(
      "Several processes train one network together where torchrun (RANK, WORLD_SIZE, LOCAL_RANK, "
      "MASTER_ADDR, MASTER_PORT) or Slurm's srun started them:\n"
      "  torchrun --no-python --nproc-per-node 2 heser train ...\n"
      "Each learns from its share of --batch; the first one alone writes to --out.");
}

void AddPictureLossOptions(CLI::App& command, PictureLossOptions& options) {
  command.add_option("--perceptual", options.perceptual,
                     "SqueezeNet's arrays (.npz) for the perceptual loss; without it none");
  command.add_option("--perceptual-weight", options.perceptual_weight,
                     "Weight of the perceptual loss");
  command.add_option("--adversarial-weight", options.adversarial_weight,
                     "Weight of the adversary, from a third of the run on");
  command.add_option("--labels-weight", options.labels_weight,
                     "Weight of the labels that HeadNet reads otherwise than from the truth");
  command.add_option("--landmarks-weight", options.landmarks_weight,
                     "Weight of the landmarks that it reads elsewhere");
}

}  // namespace heser
