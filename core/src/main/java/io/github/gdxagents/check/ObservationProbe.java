package io.github.gdxagents.check;

/** Whether all observed values are finite. */
final class ObservationProbe implements Probe {
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
            }
        }
    }
}
