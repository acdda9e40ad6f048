package io.github.gdxagents.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.check.Toy.ToyAgent;
import io.github.gdxagents.testgame.HarvestSimulation;
import io.github.gdxagents.testgame.MeadowSimulation;
import io.github.gdxagents.testgame.WrappedAgent;
import io.github.gdxagents.testgame.WrappedSimulation;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each game breaks one thing in its agents, and the check names that thing and no other. */
class BrokenAgentsTest {
    private static void assertOnly(CheckReport report, FindingKind kind, String... parts) {
        assertThat(Games.kinds(report)).as(report::toString).containsExactly(kind);
        assertThat(report.toString()).contains(parts).contains(kind.remedy());
    }

    @Test
    void tooFewValues() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public void observe(ObservationWriter out) {
                out.add(x);
            }
        });
        assertOnly(
                report,
                FindingKind.OBSERVATION_COUNT,
                "agent 0 ('runner')",
                "seed 1, step 0",
                "expected: 2 values",
                "actual: only 1; the first that is missing is 'speed'");
    }

    @Test
    void tooManyValues() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public void observe(ObservationWriter out) {
                super.observe(out);
                out.add(1);
            }
        });
        assertOnly(
                report,
                FindingKind.OBSERVATION_COUNT,
                "agent 1 ('runner')",
                "actual: observation: more values were written than the 2");
    }

    @Test
    void oneAgentAtTwoPlaces() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public List<? extends Agent> agents() {
                return Collections.nCopies(2, super.agents().get(0));
            }
        });
        assertThat(Games.kinds(report)).as(report::toString).contains(FindingKind.AGENT_TWICE);
        assertThat(report.toString()).contains("agent 1 ('runner')", "actual: agent 0 ('runner') again");
    }

    /** A meadow whose hare writes something else: it should be 3 plain values, a grid of 50, and a set of up to 3 foxes. */
    private static CheckReport checkHare(Consumer<ObservationWriter> observe) {
        MeadowSimulation.Factory meadow = new MeadowSimulation.Factory();
        return Games.check(() ->
                new WrappedSimulation(meadow.create(meadow.settings()), agent -> new WrappedAgent(agent) {
                    @Override
                    public void observe(ObservationWriter out) {
                        observe.accept(out);
                    }
                }));
    }

    private static void addZeros(ObservationWriter out, int count) {
        for (int i = 0; i < count; i++) {
            out.add(0);
        }
    }

    /** What fails before a set is begun ends neither the check nor the list of what it found. */
    @Test
    void observationThatFailsBeforeItsSet() {
        assertOnly(
                checkHare(out -> {
                    out.add(0);
                    throw new IllegalStateException("no map");
                }),
                FindingKind.EXCEPTION,
                "agent 0 ('hare').observe(), seed 1, step 0",
                "no map");
        assertOnly(
                checkHare(out -> addZeros(out, 2)),
                FindingKind.OBSERVATION_COUNT,
                "expected: 60 values",
                "actual: only 2; the first that is missing is 'self.column'");
    }

    @Test
    void setThatIsForgottenOrBegunWrong() {
        assertOnly(
                checkHare(out -> addZeros(out, 53)),
                FindingKind.OBSERVATION_COUNT,
                "actual: only 53; the first that is missing is 'foxes.count'");
        assertOnly(
                checkHare(out -> addZeros(out, 54)),
                FindingKind.OBSERVATION_COUNT,
                "actual: observation group 'foxes': it is a set, but a value was added before it was begun");
        assertOnly(
                checkHare(out -> {
                    addZeros(out, 53);
                    out.set("foxes", 4);
                }),
                FindingKind.OBSERVATION_COUNT,
                "actual: observation group 'foxes': it is a set of 0 to 3 entries, but was given 4");
    }

    @Test
    void observationThatIsNoNumber() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public void observe(ObservationWriter out) {
                out.add(x).add(speed / Math.abs(push)); // 0 / 0 in the beginning
            }
        });
        assertOnly(
                report,
                FindingKind.OBSERVATION_NOT_FINITE,
                "agent 0 ('runner'), observation 'speed', seed 1, step 0",
                "actual: NaN");
    }

    @Test
    void lastObservationOfATruncatedEpisodeIsLookedAtToo() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            ToyAgent agent() {
                return new ToyAgent() {
                    @Override
                    public void observe(ObservationWriter out) {
                        out.add(x).add(steps == 40 ? Float.POSITIVE_INFINITY : speed);
                    }

                    @Override
                    void play(float wind) {
                        x = 0.5f * wind;
                    }
                };
            }
        });
        assertOnly(
                report, FindingKind.OBSERVATION_NOT_FINITE, "observation 'speed', seed 1, step 40", "actual: Infinity");
    }

    @Test
    void rewardThatIsNoNumber() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            void play(float wind) {
                super.play(wind);
                reward += wind > 0.09f ? Float.NaN : 0;
            }
        });
        assertOnly(report, FindingKind.REWARD_NOT_FINITE, "agent 0 ('runner')", "actual: NaN");
    }

    @Test
    void rewardThatIsNotTaken() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            void play(float wind) {
                reward = 0;
                super.play(wind);
            }

            @Override
            public float takeReward() {
                return status == StepStatus.RUNNING ? reward : super.takeReward();
            }
        });
        assertOnly(report, FindingKind.REWARD_NOT_TAKEN, "expected: 0 from a second takeReward()", "actual: 0.1");
    }

    /** A harvest whose picker reports something else. */
    private static CheckReport checkPicker(UnaryOperator<Agent> wrapping) {
        HarvestSimulation.Factory harvest = new HarvestSimulation.Factory();
        return Games.check(() -> new WrappedSimulation(harvest.create(harvest.settings()), wrapping));
    }

    @Test
    void termsThatDoNotAddUp() {
        CheckReport report = checkPicker(agent -> new WrappedAgent(agent) {
            @Override
            public void rewardTerms(NamedValues out) {
                super.rewardTerms(out);
                out.set("effort", 0);
            }
        });
        assertOnly(
                report,
                FindingKind.REWARD_TERMS_DIFFER,
                "agent 0 ('picker'), seed 1, step 2",
                "expected: rewardTerms() that add up to 0.5",
                "actual: 1.0");
    }

    @Test
    void termsThatAreGivenTwice() {
        CheckReport report = checkPicker(agent -> new WrappedAgent(agent) {
            private final NamedValues last = new NamedValues(agent.behavior().rewardTerms());

            @Override
            public void rewardTerms(NamedValues out) {
                super.rewardTerms(out);
                float effort = out.get(1);
                out.set("effort", effort + last.get(1));
                last.set("effort", effort);
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.REWARD_TERMS_DIFFER);
    }

    @Test
    void termThatIsNoNumber() {
        CheckReport report = checkPicker(agent -> new WrappedAgent(agent) {
            @Override
            public void rewardTerms(NamedValues out) {
                super.rewardTerms(out);
                out.set("fruit", Float.NaN);
            }
        });
        assertOnly(report, FindingKind.REWARD_TERMS_DIFFER, "agent 0 ('picker'), seed 1, step 0", "actual: NaN");
    }

    @Test
    void termThatIsNotDeclared() {
        CheckReport report = checkPicker(agent -> new WrappedAgent(agent) {
            @Override
            public void rewardTerms(NamedValues out) {
                super.rewardTerms(out);
                out.set("luck", 0);
            }
        });
        assertOnly(
                report,
                FindingKind.EXCEPTION,
                "agent 0 ('picker').rewardTerms(), seed 1, step 0",
                "there is no value 'luck', but [fruit, effort]");
    }

    @Test
    void statisticThatIsNoNumber() {
        CheckReport report = checkPicker(agent -> new WrappedAgent(agent) {
            @Override
            public void statistics(NamedValues out) {
                super.statistics(out);
                out.set("missed", 0f / 0);
            }
        });
        assertOnly(
                report,
                FindingKind.STATISTIC_NOT_FINITE,
                "agent 0 ('picker'), statistic 'missed', seed 1, step 8",
                "actual: NaN");
    }

    private static BehaviorSpec.Builder runner() {
        return BehaviorSpec.builder("runner")
                .observation(Toy.RUNNER.observation())
                .action(Toy.RUNNER.action())
                .stepLimit(40);
    }

    @Test
    void statisticThatCountsHowOftenItIsAskedFor() {
        BehaviorSpec behavior = runner().statistics("asked").build();
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            private int asked;

            @Override
            void start(float place) {
                super.start(place);
                asked = 0;
            }

            @Override
            public BehaviorSpec behavior() {
                return behavior;
            }

            @Override
            public void statistics(NamedValues out) {
                asked++;
                out.set("asked", asked);
            }
        });
        assertOnly(
                report,
                FindingKind.OBSERVE_CHANGES_STATE,
                "agent 0 ('runner'), statistic 'asked' at the end",
                "expected: 1.0",
                "when played with observe(), mask() and statistics() called more often");
    }

    @Test
    void statisticThatAResetLeaves() {
        BehaviorSpec behavior = runner().statistics("steps").build();
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            private int steps;

            @Override
            void play(float wind) {
                super.play(wind);
                steps++;
            }

            @Override
            public BehaviorSpec behavior() {
                return behavior;
            }

            @Override
            public void statistics(NamedValues out) {
                out.set("steps", steps);
            }
        });
        assertOnly(report, FindingKind.LEFTOVER_STATE, "('runner'), statistic 'steps' at the end, seed 1");
    }

    @Test
    void rewardTermsThatAResetLeaves() {
        BehaviorSpec behavior = runner().rewardTerms("living", "wearing").build();
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            private int starts;

            @Override
            void start(float place) {
                super.start(place);
                starts++;
            }

            @Override
            public BehaviorSpec behavior() {
                return behavior;
            }

            @Override
            public void rewardTerms(NamedValues out) {
                out.set("living", reward + starts).set("wearing", -starts);
            }
        });
        assertOnly(report, FindingKind.LEFTOVER_STATE, "agent 0 ('runner'), reward term 'living', seed 1, step 1");
    }

    @Test
    void rewardOfASurvivorGoesToTheDead() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void step() {
                super.step();
                agents.get(0).reward += agents.get(1).status == StepStatus.RUNNING ? 0.25f : 0;
            }
        });
        assertOnly(
                report,
                FindingKind.REWARD_OUTSIDE_EPISODE,
                "agent 0 ('runner')",
                "expected: no reward, for the agent is TERMINATED and was TERMINATED",
                "actual: 0.25");
    }

    @Test
    void observingMovesTheAgent() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public void observe(ObservationWriter out) {
                x *= 0.99f;
                super.observe(out);
            }
        });
        assertOnly(report, FindingKind.OBSERVE_CHANGES_STATE, "agent 0 ('runner'), observation 'x', seed 1, step 0");
    }

    /** In training an iteration's end takes rewards, too, and what is observed would be another than in the game. */
    @Test
    void takingTheRewardChangesWhatIsObserved() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            private float last;

            @Override
            void start(float place) {
                super.start(place);
                last = 0;
            }

            @Override
            public float takeReward() {
                last = super.takeReward();
                return last;
            }

            @Override
            public void observe(ObservationWriter out) {
                out.add(x).add(last);
            }
        });
        assertOnly(report, FindingKind.REWARD_CHANGES_OBSERVATION, "when takeReward() was called again");
    }

    @Test
    void observingDrawsFromTheRandomStream() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            ToyAgent agent() {
                return new ToyAgent() {
                    @Override
                    public void observe(ObservationWriter out) {
                        super.observe(out);
                        random.nextFloat(); // not seen in this observation, only in what follows
                    }
                };
            }
        });
        assertOnly(
                report,
                FindingKind.OBSERVE_CHANGES_STATE,
                "when played with observe(), mask() and statistics() called more often");
    }

    @Test
    void allChoicesForbidden() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public void mask(ActionMask mask) {
                for (int choice = 0; choice < 3 && x > 0.5f; choice++) {
                    mask.forbid(0, choice);
                }
            }
        });
        assertOnly(
                report,
                FindingKind.ALL_CHOICES_FORBIDDEN,
                "agent 0 ('runner'), action branch 'gear'",
                "actual: all 3 are forbidden");
    }

    @Test
    void maskThatChanges() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            private int asked;

            @Override
            void start(float place) {
                super.start(place);
                asked = 0;
            }

            @Override
            public void mask(ActionMask mask) {
                mask.forbid(0, asked++ % 3);
            }
        });
        assertThat(Games.kinds(report))
                .containsExactlyInAnyOrder(FindingKind.MASK_CHANGES, FindingKind.OBSERVE_CHANGES_STATE);
        assertThat(report.toString()).contains("choice 0 is allowed now");
    }

    @Test
    void actionsThatAreKept() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            private Actions kept;

            @Override
            void start(float place) {
                super.start(place);
                kept = null;
            }

            @Override
            public void act(Actions actions) {
                kept = actions;
            }

            @Override
            void play(float wind) {
                super.act(kept);
                super.play(wind);
            }
        });
        assertOnly(report, FindingKind.ACTIONS_KEPT, "when played with the actions overwritten after act()");
    }

    @Test
    void actionsThatAreChanged() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public void act(Actions actions) {
                super.act(actions);
                actions.clear();
            }
        });
        assertOnly(report, FindingKind.ACTIONS_CHANGED, "actual: actions[[0.0], [0]]");
    }

    @Test
    void oneNameForTwoBehaviors() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            ToyAgent agent() {
                BehaviorSpec behavior = spec(40 + agents.size());
                return new ToyAgent() {
                    @Override
                    public BehaviorSpec behavior() {
                        return behavior;
                    }
                };
            }
        });
        assertOnly(report, FindingKind.BEHAVIORS_DIFFER, "behavior 'runner'", "step limit 40", "step limit 41");
    }

    @Test
    void behaviorThatChanges() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            ToyAgent agent() {
                return new ToyAgent() {
                    @Override
                    public BehaviorSpec behavior() {
                        return steps > 3 ? spec(41) : RUNNER;
                    }
                };
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.BEHAVIOR_CHANGES);
        assertThat(report.toString()).contains("agent 0 ('runner'), seed 1, step 4", "step limit 41");
    }

    @Test
    void deathShownAsWaiting() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            public StepStatus status() {
                return super.status() == StepStatus.TERMINATED ? StepStatus.INACTIVE : super.status();
            }
        });
        assertOnly(
                report,
                FindingKind.END_NOT_SHOWN,
                "expected: TERMINATED or TRUNCATED when its episode closes",
                "actual: INACTIVE after RUNNING");
    }

    @Test
    void endThatChanges() {
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            private int ended;

            @Override
            void start(float place) {
                super.start(place);
                ended = 0;
            }

            @Override
            public float takeReward() { // once and again in each step
                ended += status.isEnd() ? 1 : 0;
                status = ended > 2 ? StepStatus.TRUNCATED : status;
                return super.takeReward();
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.END_CHANGED);
        assertThat(report.toString()).contains("TRUNCATED after TERMINATED");
    }

    @Test
    void endedRightAfterTheReset() {
        Set<ToyAgent> played = Collections.newSetFromMap(new WeakHashMap<>());
        CheckReport report = Games.checkAgents(() -> new ToyAgent() {
            @Override
            void start(float place) {
                StepStatus before = status;
                super.start(place);
                if (!played.add(this) && before.isEnd()) {
                    status = before;
                }
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.ENDED_AT_RESET, FindingKind.LEFTOVER_STATE);
        assertThat(report.toString()).contains("step 0", "actual: TERMINATED");
    }
}
