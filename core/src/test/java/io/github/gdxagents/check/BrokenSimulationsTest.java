package io.github.gdxagents.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;
import io.github.gdxagents.check.Toy.ToyAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each game breaks one thing as a whole, and the check names that thing. */
class BrokenSimulationsTest {
    private static void assertOnly(CheckReport report, FindingKind kind, String... parts) {
        assertThat(Games.kinds(report)).as(report::toString).containsExactly(kind);
        assertThat(report.toString()).contains(parts).contains(kind.remedy());
    }

    @Test
    void noAgents() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public List<? extends Agent> agents() {
                return List.of();
            }
        });
        assertOnly(report, FindingKind.AGENTS_MISSING, "agents(), before the first reset", "actual: no agent");
    }

    @Test
    void agentsThatAreRemoved() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public List<? extends Agent> agents() {
                return steps > 5 ? agents.subList(0, 1) : agents;
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.AGENTS_CHANGE);
        assertThat(report.toString()).contains("seed 1, step 6", "expected: 2 agents", "actual: 1 agents");
    }

    @Test
    void agentsThatAreMadeAnew() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public List<? extends Agent> agents() {
                return List.of(agents.get(0), new ToyAgent());
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.AGENTS_CHANGE);
        assertThat(report.toString()).contains("agent 1 ('runner'), seed 1, step 0", "actual: another one");
    }

    @Test
    void agentsThatInstancesShare() {
        List<ToyAgent> shared = List.of(new ToyAgent(), new ToyAgent());
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            ToyAgent agent() {
                return shared.get(agents.size());
            }
        });
        assertThat(Games.kinds(report))
                .containsExactlyInAnyOrder(FindingKind.AGENTS_SHARED, FindingKind.INSTANCES_INTERFERE);
    }

    @Test
    void randomThatIsNotSeeded() {
        Random unseeded = new Random();
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void reset(long seed) {
                super.reset(unseeded.nextLong());
            }
        });
        assertOnly(
                report,
                FindingKind.NOT_REPEATABLE,
                "agent 0 ('runner'), observation 'x', seed 1, step 1",
                "when played on another new instance");
    }

    @Test
    void stateThatAResetLeaves() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            void start(float place) {
                float before = speed;
                super.start(place);
                speed = before;
            }
        });
        assertOnly(
                report,
                FindingKind.LEFTOVER_STATE,
                "agent 0 ('runner'), observation 'speed', seed 1, step 1",
                "expected: 0.0, as when first played alone",
                "when played on an instance that has played other episodes");
    }

    @Test
    void rewardThatAResetLeaves() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            void start(float place) {
                float before = reward;
                super.start(0.5f * place);
                reward = before;
            }
        });
        assertOnly(report, FindingKind.LEFTOVER_STATE, "('runner'), reward, seed", "step 1");
    }

    @Test
    void seedThatIsIgnored() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void reset(long seed) {
                super.reset(7);
            }
        });
        assertOnly(report, FindingKind.SEED_IGNORED, "reset(), seeds 1 to 3", "WARNING");
        assertThat(report.requireClean()).as("a warning is no error").isSameAs(report);
    }

    @Test
    void sharedRandomNumbers() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            void play(float wind) {
                super.play(wind + 0.01f * MathUtils.random());
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.GLOBAL_RANDOM).doesNotContain(FindingKind.NOT_REPEATABLE);
        assertThat(report.toString()).contains("drawn at", "BrokenSimulationsTest", "play(");
    }

    @Test
    void instancesThatShareAField() {
        float[] shared = {0};
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void reset(long seed) {
                super.reset(seed);
                shared[0] = 0;
            }

            @Override
            public void step() {
                shared[0] += 0.001f;
                agents.get(0).x += shared[0];
                super.step();
            }
        });
        assertOnly(report, FindingKind.INSTANCES_INTERFERE, "when played by turns with another instance");
    }

    @Test
    void threadLocalState() {
        ThreadLocal<Float> wind = ThreadLocal.withInitial(() -> 0f);
        wind.set(0.05f);
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void step() {
                agents.get(0).x += wind.get();
                super.step();
            }
        });
        assertOnly(report, FindingKind.THREAD_DEPENDENT, "when played on another thread");
    }

    @Test
    void runnersAfterTheEnd() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public boolean isEpisodeOver() {
                return steps == 12 || super.isEpisodeOver();
            }
        });
        assertOnly(report, FindingKind.RUNNING_AFTER_END, "step 12", "actual: RUNNING");
    }

    @Test
    void endThatAResetLeaves() {
        CheckReport report = Games.check(() -> new Toy() {
            private boolean over;

            @Override
            public void step() {
                super.step();
                over = super.isEpisodeOver();
            }

            @Override
            public boolean isEpisodeOver() {
                return over;
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.ENDED_AT_RESET);
        assertThat(report.toString())
                .containsPattern("episode, seed \\d+, step 0")
                .contains("isEpisodeOver() is true");
    }

    @Test
    void teamThatDoesNotEnd() {
        CheckReport report = Games.check(() -> new TeamToy() {
            @Override
            void end() {}
        });
        assertOnly(
                report,
                FindingKind.END_NOT_SHOWN,
                "expected: TERMINATED or TRUNCATED when its episode closes (isEpisodeOver() is true)",
                "actual: TERMINATED after RUNNING, and a team that goes on",
                "Team.end()");
    }

    @Test
    void teamWhoseDeadAreForgotten() {
        CheckReport report = Games.check(() -> new TeamToy() {
            @Override
            ToyAgent agent() {
                return new ToyAgent() {
                    private int death;

                    @Override
                    void play(float wind) {
                        super.play(wind);
                        death = steps;
                    }

                    @Override
                    public Team team() {
                        return team;
                    }

                    @Override
                    public StepStatus status() {
                        return status.isEnd() && steps > death ? StepStatus.INACTIVE : status;
                    }
                };
            }

            @Override
            void end() {}
        });
        assertOnly(
                report,
                FindingKind.END_NOT_SHOWN,
                "actual: INACTIVE after INACTIVE",
                "actual: TERMINATED after RUNNING, and a team that goes on");
    }

    @Test
    void teamThatIsRewardedAfterItsEnd() {
        CheckReport report = Games.check(() -> new TeamToy() {
            @Override
            ToyAgent agent() {
                boolean isMember = agents.isEmpty();
                return new ToyAgent() {
                    @Override
                    public Team team() {
                        return isMember ? team : null;
                    }
                };
            }

            @Override
            public void step() {
                if (team.status().isEnd()) {
                    team.addReward(0.25f);
                }
                super.step();
                if (agents.get(0).status.isEnd() && !team.status().isEnd()) {
                    end();
                }
            }
        });
        assertOnly(
                report,
                FindingKind.REWARD_OUTSIDE_EPISODE,
                "agent 0 ('runner')",
                "expected: no reward, for its team has ended",
                "actual: 0.25");
    }

    @Test
    void memberThatIsRewardedAfterItsTeamsEnd() {
        CheckReport report = Games.check(() -> new TeamToy() {
            @Override
            public void step() {
                boolean isLate = team.status().isEnd();
                super.step();
                agents.get(0).reward += isLate ? 0.25f : 0;
            }

            @Override
            public boolean isEpisodeOver() {
                return false; // the step limit cuts it off
            }
        });
        assertOnly(
                report,
                FindingKind.REWARD_OUTSIDE_EPISODE,
                "expected: no reward, for the agent is TERMINATED and was TERMINATED",
                "actual: 0.25");
    }

    @Test
    void agentThatGoesOverToAnotherTeam() {
        Team others = new Team("others");
        CheckReport report = Games.check(() -> new TeamToy() {
            @Override
            ToyAgent agent() {
                int number = agents.size();
                return new ToyAgent() {
                    @Override
                    public Team team() {
                        return number == 1 && steps > 3 ? others : team;
                    }
                };
            }
        });
        assertOnly(
                report,
                FindingKind.TEAM_CHANGES,
                "agent 1 ('runner'), seed 1, step 4",
                "expected: team 'runners', as at the reset",
                "actual: team 'others'");
    }

    @Test
    void teamThatAResetLeavesAsItWas() {
        CheckReport report = Games.check(() -> new TeamToy() {
            private boolean isNew = true;

            @Override
            public void reset(long seed) {
                StepStatus before = team.status();
                super.reset(seed);
                if (!isNew && before.isEnd()) {
                    team.end(before);
                }
                isNew = false;
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.ENDED_AT_RESET);
        assertThat(report.toString()).contains("step 0", "expected: a team that goes on", "Team.begin()");
    }

    private static SimulationFactory windyToys(Consumer<WindyToy> change) {
        return new SimulationFactory() {
            @Override
            public SimulationSettings settings() {
                return SimulationSettings.none().declare("wind", 0.01);
            }

            @Override
            public Simulation create(SimulationSettings settings) {
                WindyToy toy = new WindyToy(settings);
                change.accept(toy);
                return toy;
            }
        };
    }

    /** A toy with a wind that may vary from episode to episode. */
    private static class WindyToy extends Toy {
        final SimulationSettings own;
        double factor = 1;
        RuntimeException thrown;
        private double wind;

        WindyToy(SimulationSettings own) {
            this.own = own;
        }

        @Override
        public void reset(long seed) {
            begin(seed, own.get("wind"));
        }

        @Override
        public void reset(long seed, SimulationSettings settings) {
            if (thrown != null) {
                throw thrown;
            }
            begin(seed, factor * settings.get("wind"));
        }

        private void begin(long seed, double newWind) {
            super.reset(seed);
            wind = newWind;
        }

        @Override
        public void step() {
            agents.get(0).x += (float) wind;
            super.step();
        }
    }

    @Test
    void resetsThatDiffer() {
        assertThat(Games.check(windyToys(toy -> {})).findings()).isEmpty();
        assertOnly(
                Games.check(windyToys(toy -> toy.factor = 2)),
                FindingKind.RESETS_DIFFER,
                "agent 0 ('runner'), observation 'x', seed 1, step 2",
                "when played after reset(seed, settings) with the settings of the instance");
    }

    @Test
    void resetWithSettingsThatThrows() {
        assertOnly(
                Games.check(windyToys(toy -> toy.thrown = new ArithmeticException("boom"))),
                FindingKind.EXCEPTION,
                "reset(seed, settings), seed 1, step 0, after reset(seed, settings) with the settings of the instance",
                "ArithmeticException: boom");
        assertThat(Games.check(windyToys(toy -> toy.thrown = new UnsupportedOperationException()))
                        .findings())
                .as("a game needs not vary")
                .isEmpty();
    }

    @Test
    void episodeWithoutEnd() {
        CheckReport report = SimulationCheck.of(settings -> new Toy() {
                    @Override
                    ToyAgent agent() {
                        return new ToyAgent() {
                            @Override
                            public BehaviorSpec behavior() {
                                return spec(BehaviorSpec.NO_STEP_LIMIT);
                            }

                            @Override
                            void play(float wind) {
                                x = wind * push;
                            }
                        };
                    }
                })
                .maxSteps(500)
                .run();
        assertOnly(report, FindingKind.NEVER_ENDS, "step 500", "an end within 500 physics steps", "actual: neither");
    }

    @Test
    void disposingTwice() {
        CheckReport report = Games.check(() -> new Toy() {
            private boolean disposed;

            @Override
            public void dispose() {
                if (disposed) {
                    throw new IllegalStateException("freed already");
                }
                disposed = true;
            }
        });
        assertOnly(report, FindingKind.DISPOSE_TWICE, "actual: java.lang.IllegalStateException: freed already");
    }

    @Test
    void everyMethodThatThrows() {
        Runnable fault = () -> {
            throw new ArithmeticException("boom");
        };
        assertException(() -> toy("observe", fault), "agent 0 ('runner').observe(), seed 1, step 0");
        assertException(() -> toy("act", fault), "agent 1 ('runner').act(), seed 1, step 0");
        assertException(() -> toy("reward", fault), "agent 0 ('runner').takeReward(), seed 1, step 0");
        // isEpisodeOver() asks for it first
        assertException(() -> toy("status", fault), "isEpisodeOver(), seed 1, step 0");
        assertException(() -> toy("team", fault), "agent 0 ('runner').team(), seed 1, step 0");
        assertException(() -> toy("reset", fault), "reset(), seed 1, step 0");
        assertException(() -> toy("step", fault), "step(), seed 1, step 1");
        assertException(() -> toy("dispose", fault), "dispose(), seed");
        assertException(() -> toy("create", fault), "factory.create(), before the first reset");
    }

    private static void assertException(Supplier<Simulation> game, String place) {
        CheckReport report = Games.check(game);
        assertThat(Games.kinds(report)).as(report::toString).contains(FindingKind.EXCEPTION);
        assertThat(report.toString())
                .contains(place, "ArithmeticException: boom at io.github.gdxagents.check.BrokenSimulationsTest");
    }

    private static Simulation toy(String broken, Runnable fault) {
        if (broken.equals("create")) {
            fault.run();
        }
        return new Toy() {
            private void breakIf(String method) {
                if (method.equals(broken)) {
                    fault.run();
                }
            }

            @Override
            public void reset(long seed) {
                breakIf("reset");
                super.reset(seed);
            }

            @Override
            public void step() {
                breakIf("step");
                super.step();
            }

            @Override
            public void dispose() {
                breakIf("dispose");
            }

            @Override
            ToyAgent agent() {
                return new ToyAgent() {
                    @Override
                    public void observe(ObservationWriter out) {
                        breakIf("observe");
                        super.observe(out);
                    }

                    @Override
                    public void act(Actions actions) {
                        breakIf("act");
                        super.act(actions);
                    }

                    @Override
                    public float takeReward() {
                        breakIf("reward");
                        return super.takeReward();
                    }

                    @Override
                    public Team team() {
                        breakIf("team");
                        return super.team();
                    }

                    @Override
                    public StepStatus status() {
                        breakIf("status");
                        return super.status();
                    }
                };
            }
        };
    }

    @Test
    void settingsThatThrow() {
        CheckReport report = SimulationCheck.of(new SimulationFactory() {
                    @Override
                    public SimulationSettings settings() {
                        return SimulationSettings.none().declare("two words", 1);
                    }

                    @Override
                    public Simulation create(SimulationSettings settings) {
                        return new Toy();
                    }
                })
                .run();
        assertOnly(report, FindingKind.EXCEPTION, "factory.settings()", "two words");
    }

    @Test
    void severalFaultsAreListedAtOnceAndEachOnceWithACount() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void dispose() {
                steps++;
                if (steps > 1 && agents.remove(0) == null) {
                    steps = 0;
                }
            }

            @Override
            ToyAgent agent() {
                return new ToyAgent() {
                    @Override
                    public void observe(ObservationWriter out) {
                        x += 0.001f;
                        out.add(Float.NaN).add(x);
                    }

                    @Override
                    void play(float wind) {
                        super.play(wind + 0.01f * MathUtils.random());
                        reward += wind > 0 ? Float.NEGATIVE_INFINITY : 0;
                    }
                };
            }
        });
        assertThat(Games.kinds(report))
                .contains(
                        FindingKind.OBSERVATION_NOT_FINITE,
                        FindingKind.REWARD_NOT_FINITE,
                        FindingKind.GLOBAL_RANDOM,
                        FindingKind.OBSERVE_CHANGES_STATE);
        List<Finding> observations = new ArrayList<>(report.findings());
        observations.removeIf(finding -> finding.kind() != FindingKind.OBSERVATION_NOT_FINITE);
        assertThat(observations).as("one for each agent").hasSize(2);
        assertThat(observations.get(0).count()).isGreaterThan(100);
        assertThat(observations.get(0).message())
                .contains("(first of " + observations.get(0).count() + " times)");
        assertThatThrownBy(report::requireClean)
                .isInstanceOf(AssertionError.class)
                .hasMessage(report.toString());
    }

    @Test
    void aWideFaultListsAFewOfItsPlaces() {
        Findings findings = new Findings();
        for (int ray = 0; ray < 64; ray++) {
            findings.add(FindingKind.OBSERVATION_NOT_FINITE, "ray." + ray, "ray." + ray, "a number", "NaN");
        }
        assertThat(findings.list()).hasSize(Findings.SUBJECTS_PER_KIND);
    }

    /** A distance of Float.MAX_VALUE says that nothing is near: beside it all distances are one. */
    @Test
    void hugeObservations() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public void observe(ObservationWriter out) {
                out.add(x > 0 ? Float.MAX_VALUE : x).add(1e9f);
            }
        });
        assertOnly(
                report,
                FindingKind.OBSERVATION_HUGE,
                "WARNING OBSERVATION_HUGE agent 0 ('runner'), observation 'x', seed",
                "actual: 3.4028235E38");
        assertThat(report.toString()).doesNotContain("'speed'");
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void agentsThatNeverRun() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void reset(long seed) {
                super.reset(seed);
                agents.get(1).status = StepStatus.INACTIVE;
            }
        });
        assertOnly(
                report,
                FindingKind.NEVER_RUNS,
                "WARNING NEVER_RUNS agent 1 ('runner')",
                "actual: never in any episode");
        assertThat(report.findings()).hasSize(1);
    }

    /** The first runs all the time; the second waits after its first decision. */
    private static Toy waiting(int waitUntil, int end, int stepLimit) {
        BehaviorSpec spec = Toy.spec(stepLimit);
        return new Toy() {
            @Override
            ToyAgent agent() {
                return new ToyAgent() {
                    @Override
                    public BehaviorSpec behavior() {
                        return spec;
                    }

                    @Override
                    void play(float wind) {
                        x = wind;
                    }
                };
            }

            @Override
            public void step() {
                super.step();
                ToyAgent second = agents.get(1);
                second.status = steps < waitUntil ? StepStatus.INACTIVE : StepStatus.RUNNING;
                if (steps == end) {
                    agents.forEach(agent -> agent.status = StepStatus.TERMINATED);
                }
            }
        };
    }

    @Test
    void agentsThatWaitForLongerThanAnIteration() {
        assertThat(Games.check(() -> waiting(128, 200, 400)).findings()).isEmpty();
        assertOnly(
                Games.check(() -> waiting(130, 200, 400)),
                FindingKind.WAITS_LONG,
                "WARNING WAITS_LONG agent 1 ('runner'), seed 1, step 129",
                "expected: the next turn within 128 decisions, or an end",
                "actual: the agent is INACTIVE for longer");
    }

    @Test
    void longEpisodesWithoutAStepLimit() {
        assertThat(Games.check(() -> waiting(0, 1000, 0)).findings()).isEmpty();
        assertThat(Games.check(() -> waiting(0, 1001, 2000)).findings()).isEmpty();
        assertOnly(
                Games.check(() -> waiting(0, 1001, 0)),
                FindingKind.NO_STEP_LIMIT,
                "WARNING NO_STEP_LIMIT episode, seed 1, step 1001",
                "expected: an end within 1000 decisions, or a step limit");
    }

    @Test
    void impossibleNumbersAreRefused() {
        SimulationCheck check = SimulationCheck.of(settings -> new Toy());
        assertThatThrownBy(() -> check.episodes(0))
                .hasMessage("simulation check: episodes must be at least 1, but is 0");
        assertThatThrownBy(() -> check.maxSteps(-1))
                .hasMessage("simulation check: maxSteps must be at least 1, but is -1");
    }
}
