package io.github.gdxagents.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;
import io.github.gdxagents.policy.Fixtures;
import io.github.gdxagents.testgame.SiegeSimulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Episodes of members end with their team. Sieges by hand: holding costs 0.125, storming 1 and the life, resting nothing for two steps;
 * some steps after the second storm the gate falls and the team earns 10.
 */
class TeamEpisodesTest {
    private static final int H = SiegeSimulation.HOLD;
    private static final int S = SiegeSimulation.STORM;
    private static final int Z = SiegeSimulation.REST;

    private final List<String> seen = new ArrayList<>();
    private EpisodeLoop loop;

    /** Who does what at its first, second ... decision; the last is repeated. */
    private void begin(int delay, int[]... orders) {
        SiegeSimulation.Factory factory = new SiegeSimulation.Factory();
        SimulationSettings settings = factory.settings().with("delay", delay);
        loop = new EpisodeLoop(factory.create(settings));
        loop.playAll(seat -> {
            int[] mine = orders[seat.index()];
            seat.actions().setDiscrete(0, mine[Math.min(mine.length, seat.episodeLength()) - 1]);
        });
        loop.listen(watcher());
        loop.reset(1);
    }

    private EpisodeListener watcher() {
        return new EpisodeListener() {
            @Override
            public void rewarded(Seat seat) {
                note("rewarded", seat);
            }

            @Override
            public void cut(Seat seat) {
                note("cut", seat);
            }

            @Override
            public void ended(Seat seat) {
                note("" + seat.status(), seat);
            }
        };
    }

    private void note(String what, Seat seat) {
        seen.add(loop.steps() + " " + what + " " + seat.index() + ": " + seat.reward() + ", return "
                + seat.episodeReturn() + ", length " + seat.episodeLength());
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            loop.step();
        }
    }

    /** The first storms at once, the second a step later; the gate falls two steps after that, with step 4. */
    @Test
    void theLastDecisionOfTheDeadGetsWhatTheTeamEarns() {
        begin(2, new int[] {S}, new int[] {H, S}, new int[] {H});
        Seat dead = loop.seat(0);
        steps(1);
        assertThat(dead.agent().status()).isEqualTo(StepStatus.TERMINATED);
        assertThat(dead.status()).as("waits for its team").isEqualTo(StepStatus.INACTIVE);
        steps(2);
        assertThat(dead.status()).isEqualTo(StepStatus.INACTIVE);
        assertThat(dead.isOpen()).isTrue();
        assertThat(dead.isInEpisode()).isTrue();
        assertThat(dead.isDue()).isFalse();
        steps(1);
        assertThat(loop.isOver()).isTrue();
        assertThat(seen)
                .containsExactly(
                        "1 rewarded 1: -0.125, return -0.125, length 1",
                        "1 rewarded 2: -0.125, return -0.125, length 1",
                        "2 rewarded 2: -0.125, return -0.25, length 2",
                        "3 rewarded 2: -0.125, return -0.375, length 3",
                        "4 TERMINATED 0: 9.0, return 9.0, length 1",
                        "4 TERMINATED 1: 9.0, return 8.875, length 2",
                        "4 TERMINATED 2: 9.875, return 9.5, length 4");
        assertThat(dead.isInEpisode()).isFalse();
    }

    @Test
    void whoWaitsEndsWithItsTeam() {
        begin(1, new int[] {S}, new int[] {S}, new int[] {Z});
        steps(2);
        assertThat(loop.seat(2).agent().status()).isEqualTo(StepStatus.INACTIVE);
        assertThat(seen)
                .containsExactly(
                        "2 TERMINATED 0: 9.0, return 9.0, length 1",
                        "2 TERMINATED 1: 9.0, return 9.0, length 1",
                        "2 TERMINATED 2: 10.0, return 10.0, length 1");
    }

    /** It rests for steps 2 and 3, and holds in step 4, with which the gate falls. */
    @Test
    void whoWakesDecidesAgain() {
        begin(3, new int[] {S}, new int[] {S}, new int[] {Z, H});
        steps(4);
        assertThat(seen)
                .containsExactly(
                        "3 rewarded 2: 0.0, return 0.0, length 1",
                        "4 TERMINATED 0: 9.0, return 9.0, length 1",
                        "4 TERMINATED 1: 9.0, return 9.0, length 1",
                        "4 TERMINATED 2: 9.875, return 9.875, length 2");
    }

    /** Who dies in the very last step is cut off with the others: its team would have gone on. */
    @Test
    void theStepLimitTruncatesWholeTeams() {
        begin(3, new int[] {S}, new int[] {H, H, H, H, H, H, H, H, H, H, H, S}, new int[] {H});
        steps(12);
        assertThat(loop.isOver()).isTrue();
        assertThat(seen.subList(seen.size() - 3, seen.size()))
                .containsExactly(
                        "12 TRUNCATED 0: -1.0, return -1.0, length 1",
                        "12 TRUNCATED 1: -1.0, return -2.375, length 12",
                        "12 TRUNCATED 2: -0.125, return -1.5, length 12");
        // place, strength and delay now, not when it died: the future is estimated from here
        assertThat(loop.seat(0).observation()).containsExactly(0, 0, 3);
    }

    @Test
    void aTeamThatIsCutOffTruncatesItsMembers() {
        begin(3, new int[] {S}, new int[] {H}, new int[] {Z});
        steps(2);
        loop.seat(0).agent().team().end(StepStatus.TRUNCATED);
        steps(1);
        assertThat(loop.isOver()).isTrue();
        assertThat(seen.subList(seen.size() - 3, seen.size()))
                .containsExactly(
                        "3 TRUNCATED 0: -1.0, return -1.0, length 1",
                        "3 TRUNCATED 1: -0.125, return -0.375, length 3",
                        "3 TRUNCATED 2: 0.0, return 0.0, length 1");
    }

    @Test
    void aCutPaysTheDeadWhatCameUntilThen() {
        begin(1, new int[] {S}, new int[] {H, S}, new int[] {H});
        steps(2);
        loop.cut();
        assertThat(loop.seat(0).isOpen()).isFalse();
        steps(1);
        assertThat(seen)
                .contains(
                        "2 cut 0: -1.0, return -1.0, length 1",
                        "2 cut 1: -1.0, return -1.125, length 2",
                        "2 cut 2: -0.125, return -0.25, length 2",
                        "3 TERMINATED 0: 10.0, return 9.0, length 1",
                        "3 TERMINATED 1: 10.0, return 8.875, length 2",
                        "3 TERMINATED 2: 9.875, return 9.625, length 3");
    }

    @Test
    void theNextEpisodeOwesNothing() {
        begin(1, new int[] {S}, new int[] {S}, new int[] {H});
        steps(2);
        loop.reset(2);
        seen.clear();
        steps(1);
        loop.reset(3); // given up with dead in it
        steps(2);
        assertThat(seen)
                .containsExactly(
                        "1 rewarded 2: -0.125, return -0.125, length 1",
                        "2 TERMINATED 0: 9.0, return 9.0, length 1",
                        "2 TERMINATED 1: 9.0, return 9.0, length 1",
                        "2 TERMINATED 2: 9.875, return 9.75, length 2");
    }

    @Test
    void aStepAllocatesNothing() {
        SiegeSimulation.Factory factory = new SiegeSimulation.Factory();
        EpisodeLoop played = new EpisodeLoop(factory.create(factory.settings()));
        played.playAll(Decider.heuristic());
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int episode = 0; episode < 20; episode++) {
                        played.reset(episode);
                        while (!played.isOver()) {
                            played.step();
                        }
                    }
                }))
                .isZero();
    }

    /** Shows what a test says, and earns nothing itself. */
    private static final class Member implements Agent {
        private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("member")
                .observation(ObservationSpec.of("x"))
                .action(ActionSpec.builder().continuous("a").build())
                .build();

        private final Team team;
        private StepStatus status = StepStatus.RUNNING;

        Member(Team team) {
            this.team = team;
        }

        @Override
        public BehaviorSpec behavior() {
            return BEHAVIOR;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(0);
        }

        @Override
        public void act(Actions actions) {}

        @Override
        public float takeReward() {
            return 0;
        }

        @Override
        public Team team() {
            return team;
        }

        @Override
        public StepStatus status() {
            return status;
        }
    }

    private Member join(Team team) {
        Member member = new Member(team);
        loop.play(loop.add(member), Decider.heuristic());
        return member;
    }

    private void turn(Runnable physics) {
        loop.observe();
        loop.act();
        physics.run();
        loop.stepped();
    }

    private void turn() {
        turn(() -> {});
    }

    @Test
    void whatTheTeamEarnsBeforeAMembersFirstDecisionCountsInNoReturnOfIt() {
        loop = new EpisodeLoop();
        loop.listen(watcher());
        Team team = new Team("red");
        join(team);
        Member late = join(team);
        late.status = StepStatus.INACTIVE;
        loop.begin(0);
        team.addReward(100); // before anybody's first decision
        turn(() -> {
            team.addReward(5); // for the first alone
            late.status = StepStatus.RUNNING;
        });
        turn();
        turn(() -> {
            team.addReward(2);
            team.end(StepStatus.TERMINATED);
        });
        assertThat(seen)
                .containsExactly(
                        "1 rewarded 0: 5.0, return 5.0, length 1",
                        "2 rewarded 0: 0.0, return 5.0, length 2",
                        "2 rewarded 1: 0.0, return 0.0, length 1",
                        "3 TERMINATED 0: 2.0, return 7.0, length 3",
                        "3 TERMINATED 1: 2.0, return 2.0, length 2");
        assertThat(late.status).isEqualTo(StepStatus.RUNNING);
        loop.observe();
        assertThat(loop.seat(1).isDue())
                .as("a team that has ended decides nothing")
                .isFalse();
    }

    /** As when a game spawns it: it gets what the team earns from then on, and its death is no end either. */
    @Test
    void whoJoinsInTheMidstOfAnEpisodeBelongsToItsTeam() {
        loop = new EpisodeLoop();
        loop.listen(watcher());
        Team team = new Team("red");
        join(team);
        loop.begin(0);
        turn(() -> team.addReward(50));
        Member spawned = join(team);
        turn();
        turn(() -> team.addReward(1));
        turn(() -> spawned.status = StepStatus.TERMINATED);
        turn(() -> {
            team.addReward(3);
            team.end(StepStatus.TERMINATED);
        });
        assertThat(seen)
                .filteredOn(line -> line.contains("TERMINATED"))
                .containsExactly(
                        "5 TERMINATED 0: 3.0, return 54.0, length 5", "5 TERMINATED 1: 3.0, return 4.0, length 2");
    }

    @Test
    void teamsEndApart() {
        loop = new EpisodeLoop();
        loop.listen(watcher());
        Team red = new Team("red");
        Team blue = new Team("blue");
        Member first = join(red);
        join(blue);
        Member alone = join(null);
        loop.begin(0);
        turn();
        turn(() -> first.status = StepStatus.TERMINATED);
        turn(() -> {
            blue.addReward(-1);
            blue.end(StepStatus.TRUNCATED);
            red.addReward(1);
        });
        turn(() -> {
            alone.status = StepStatus.TERMINATED;
            red.end(StepStatus.TERMINATED);
        });
        assertThat(seen)
                .filteredOn(line -> line.contains("ATED"))
                .containsExactly(
                        "3 TRUNCATED 1: -1.0, return -1.0, length 3",
                        "4 TERMINATED 0: 1.0, return 1.0, length 2",
                        "4 TERMINATED 2: 0.0, return 0.0, length 4");
    }
}
