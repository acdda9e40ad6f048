package io.github.gdxagents.check;

/** Whether all observed values are finite, and none is far from all others. */
final class ObservationProbe implements Probe {
    /** Far above pixels, scores and times, and far below what stands for infinity. */
    private static final float HUGE = 1e9f;

    @Override
    public void observed(Playthrough play, int agent) {
        WatchedSeat watched = play.watched(agent);
        for (int i = 0; watched.observed && i < watched.seat.observation().length; i++) {
            float value = watched.seat.observation()[i];
            if (Float.isNaN(value) || Float.isInfinite(value)) {
                String name = watched.behavior.observation().names().get(i);
                play.report(
                        FindingKind.OBSERVATION_NOT_FINITE,
                        watched.agent.name() + ", observation '" + name + "'",
                        "a finite number",
                        "" + value);
            } else if (Math.abs(value) > HUGE) {
                String name = watched.behavior.observation().names().get(i);
                play.report(
                        FindingKind.OBSERVATION_HUGE,
                        watched.agent.name() + ", observation '" + name + "'",
                        "at most " + HUGE + ", better in [-1, 1]",
                        "" + value);
            }
        }
    }
}
