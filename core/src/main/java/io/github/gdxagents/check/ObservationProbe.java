package io.github.gdxagents.check;

/** Whether all observed values are finite. */
final class ObservationProbe implements Probe {
    @Override
    public void observed(Playthrough play, int agent) {
        WatchedSeat slot = play.slot(agent);
        for (int i = 0; slot.observed && i < slot.seat.observation().length; i++) {
            float value = slot.seat.observation()[i];
            if (Float.isNaN(value) || Float.isInfinite(value)) {
                String name = slot.behavior.observation().names().get(i);
                play.report(
                        FindingKind.OBSERVATION_NOT_FINITE,
                        slot.agent.name() + ", observation '" + name + "'",
                        "a finite number",
                        "" + value);
            }
        }
    }
}
