#!/usr/bin/env python3
"""Times PPO's minibatch updates in PyTorch, as 'benchmark-learner' does in this project; benchmarks.md tells how to run both.

The same work: an actor and a critic of two hidden relu layers each, 8 observations, 4 actions; 8192 samples, in epochs of shuffled
minibatches; clipped objective, half the squared error of the values, entropy, advantages normalised in each minibatch, gradient clipped to
a length, Adam; the figures that a run reports of each update; and after the epochs how far the policy has moved over all samples, and
its entropy.

The code is what is fastest here of what users write: no Distribution objects, index_select, gradients set to None.
"""

import argparse
import json
import os
import shlex
import statistics
import subprocess
import time

CLIP_RANGE = 0.2
VALUE_COEFFICIENT = 0.5
ENTROPY_COEFFICIENT = 0.005
LONGEST_GRADIENT = 0.5
LEARNING_RATE = 3e-4
ADAM_EPSILON = 1e-5
OBSERVATIONS = 8
CHOICES = 4
SAMPLES = 8192
EPOCHS = 6


class Learner:
    """Networks, optimiser and random samples; one call of iterate() is what one training iteration learns."""

    def __init__(self, torch, width):
        self.torch = torch
        torch.manual_seed(1)
        self.actor = self.network(width, CHOICES)
        self.critic = self.network(width, 1)
        self.parameters = [*self.actor.parameters(), *self.critic.parameters()]
        self.adam = torch.optim.Adam(self.parameters, lr=LEARNING_RATE, eps=ADAM_EPSILON)
        self.observations = torch.randn(SAMPLES, OBSERVATIONS)
        self.actions = torch.randint(0, CHOICES, (SAMPLES, 1))
        self.advantages = torch.randn(SAMPLES)
        self.returns = torch.randn(SAMPLES)
        with torch.no_grad():
            self.old_logarithms = self.logarithms(self.observations)
            self.old = self.old_logarithms.gather(1, self.actions).squeeze(1)

    def network(self, width, outputs):
        nn = self.torch.nn
        return nn.Sequential(
            nn.Linear(OBSERVATIONS, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU(), nn.Linear(width, outputs))

    def logarithms(self, observations):
        return self.torch.log_softmax(self.actor(observations), dim=1)

    def iterate(self, minibatch):
        """Returns how many updates there were."""
        updates = 0
        for _ in range(EPOCHS):
            order = self.torch.randperm(SAMPLES)
            for first in range(0, SAMPLES, minibatch):
                self.update(order[first:first + minibatch])
                updates += 1
        self.movement()
        return updates

    def update(self, chosen):
        torch = self.torch
        observations = self.observations.index_select(0, chosen)
        actions = self.actions.index_select(0, chosen)
        advantages = self.advantages.index_select(0, chosen)
        logarithms = self.logarithms(observations)
        log_ratio = logarithms.gather(1, actions).squeeze(1) - self.old.index_select(0, chosen)
        ratio = log_ratio.exp()
        advantages = (advantages - advantages.mean()) / (advantages.std(unbiased=False) + 1e-8)
        clipped = ratio.clamp(1 - CLIP_RANGE, 1 + CLIP_RANGE)
        policy_loss = -torch.min(ratio * advantages, clipped * advantages).mean()
        values = self.critic(observations).squeeze(1)
        value_loss = 0.5 * (values - self.returns.index_select(0, chosen)).square().mean()
        entropy = -(logarithms.exp() * logarithms).sum(1).mean()
        loss = policy_loss + VALUE_COEFFICIENT * value_loss - ENTROPY_COEFFICIENT * entropy
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        length = torch.nn.utils.clip_grad_norm_(self.parameters, LONGEST_GRADIENT)
        self.adam.step()
        return self.figures(policy_loss, value_loss, ratio, log_ratio, length)

    def figures(self, policy_loss, value_loss, ratio, log_ratio, length):
        torch = self.torch
        with torch.no_grad():
            return torch.stack([
                policy_loss, value_loss, (ratio - 1 - log_ratio).mean(),
                (ratio < 1 - CLIP_RANGE).float().mean(), (ratio > 1 + CLIP_RANGE).float().mean(),
                ratio.mean(), ratio.square().mean(), ratio.min(), ratio.max(), length]).tolist()

    def movement(self):
        with self.torch.no_grad():
            now = self.logarithms(self.observations)
            divergence = (self.old_logarithms.exp() * (self.old_logarithms - now)).sum(1).mean()
            entropy = -(now.exp() * now).sum(1).mean()
            return divergence.item(), entropy.item()


class Times:
    """Microseconds of an update: by the clock, a median for each block, and of the processor, over all."""

    def __init__(self):
        self.blocks = []
        self.processor = []

    def measure(self, learner, minibatch, iterations):
        clock = []
        processor = time.process_time()
        updates = 0
        for _ in range(iterations):
            start = time.perf_counter()
            count = learner.iterate(minibatch)
            clock.append((time.perf_counter() - start) / count * 1e6)
            updates += count
        self.add(statistics.median(clock), (time.process_time() - processor) / updates * 1e6)

    def add(self, clock, processor):
        self.blocks.append(clock)
        self.processor.append(processor)

    def json(self):
        return {"microsecondsPerUpdate": figure(self.blocks),
                "processorMicrosecondsPerUpdate": statistics.mean(self.processor)}


def run_other(options):
    """What 'benchmark-learner --json' found, by minibatch, of the same work."""
    output = subprocess.run(shlex.split(options.against), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    result = json.loads(output)
    wanted = {"samples": SAMPLES, "epochs": EPOCHS, "threads": options.threads}
    other = [f"{key} {result.get(key)}, expected {value}" for key, value in wanted.items() if result.get(key) != value]
    found = {learner["minibatch"]: learner for learner in result["learners"] if learner["width"] == options.width}
    other += [f"no minibatch of {size} with width {options.width}" for size in options.minibatch if size not in found]
    if other:
        raise SystemExit(f"The command of --against does other work: {'; '.join(other)}. Change its options, or those of this script.")
    return found


def blas():
    """The library that multiplies matrices, as the loader found it."""
    with open("/proc/self/maps") as maps:
        files = {line.split()[-1] for line in maps if "blas" in line or "mkl" in line}
    return sorted(os.path.realpath(file) for file in files)


def figure(values):
    return {"median": statistics.median(values), "smallest": min(values), "largest": max(values)}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minibatch", type=lambda text: [int(part) for part in text.split(",")], default=[256, 1024],
                        help="samples in an update, such as 256,1024")
    parser.add_argument("--width", type=int, default=64, help="of the hidden layers")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--blocks", type=int, default=5, help="how many are measured; figures are their medians")
    parser.add_argument("--iterations", type=int, default=5, help="of a block")
    parser.add_argument("--against", metavar="COMMAND",
                        help="a command that runs 'benchmark-learner --json' with the same minibatches; it takes turns with each block")
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    return parser.parse_args()


def measure(torch, options):
    """Times by minibatch: PyTorch's and the other's."""
    learner = Learner(torch, options.width)
    own = {minibatch: Times() for minibatch in options.minibatch}
    others = {minibatch: Times() for minibatch in options.minibatch}
    for minibatch in options.minibatch:
        learner.iterate(minibatch)  # prepares itself
    for _ in range(options.blocks):
        for minibatch in options.minibatch:
            own[minibatch].measure(learner, minibatch, options.iterations)
        if options.against:
            found = run_other(options)
            for minibatch in options.minibatch:
                times = found[minibatch]
                others[minibatch].add(times["microsecondsPerUpdate"]["median"], times["processorMicrosecondsPerUpdate"])
    return own, others


def rows(own, others):
    """A dictionary for each minibatch; the ratio is that of times measured one after the other."""
    for minibatch, times in own.items():
        row = {"minibatch": minibatch, **times.json()}
        other = others[minibatch]
        if other.blocks:
            row["other"] = other.json()
            row["timesAsFast"] = figure([a / b for a, b in zip(times.blocks, other.blocks)])
            row["timesAsFastByProcessor"] = statistics.mean(times.processor) / statistics.mean(other.processor)
        yield row


def print_table(torch, options, table):
    print(f"PyTorch {torch.__version__}, {', '.join(blas())}, {options.threads} thread(s), {options.width}x{options.width}")
    print(f"Microseconds of an update, medians of {options.blocks} blocks (smallest to largest), and of the processor")
    for row in table:
        print(f"minibatch {row['minibatch']}: {text(row)}")
        if "other" in row:
            ratio = row["timesAsFast"]
            print(f"    the other {text(row['other'])}")
            print(f"    {ratio['median']:.2f} ({ratio['smallest']:.2f} to {ratio['largest']:.2f}) times as fast,"
                  f" {row['timesAsFastByProcessor']:.2f} by the processor's time")


def text(times):
    clock = times["microsecondsPerUpdate"]
    return (f"{clock['median']:.0f} ({clock['smallest']:.0f} to {clock['largest']:.0f}),"
            f" processor {times['processorMicrosecondsPerUpdate']:.0f}")


def main():
    options = arguments()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(options.threads)
    import torch  # only now: it reads these at once
    torch.set_num_threads(options.threads)
    table = list(rows(*measure(torch, options)))
    if options.json:
        print(json.dumps({"torch": torch.__version__, "blas": blas(), "width": options.width, "threads": options.threads,
                          "blocks": options.blocks, "learners": table}))
    else:
        print_table(torch, options, table)


if __name__ == "__main__":
    main()
