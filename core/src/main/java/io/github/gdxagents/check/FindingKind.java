package io.github.gdxagents.check;

/** What can be wrong with a simulation, each with what to do about it. */
public enum FindingKind {
    /** {@code agents()} gives no agent, or null. */
    AGENTS_MISSING("make the agents in the constructor; agents() must give at least one, and none that is null"),

    /** {@code agents()} gives other agents than before. */
    AGENTS_CHANGE("keep one list for the life of the simulation; an agent that is away is INACTIVE, not removed"),

    /** {@code agents()} gives one agent at two places. */
    AGENT_TWICE("list each agent once: at a second place it would act, and be rewarded, for two"),

    /** Two instances have an agent in common. */
    AGENTS_SHARED("make the agents anew for each instance, never in a static field or in the factory"),

    /** {@code behavior()} gives another specification than before. */
    BEHAVIOR_CHANGES("build the specification once and keep it in a constant"),

    /** {@code team()} gives another team than at the reset. */
    TEAM_CHANGES("let an agent change its team in reset() alone: the episode's rewards and end are those of one team"),

    /** Two agents have behaviors of one name that are not equal. */
    BEHAVIORS_DIFFER("give agents of one behavior the same specification, or the behaviors different names"),

    /** {@code observe} writes too few or too many values, or groups in another order. */
    OBSERVATION_COUNT("write exactly the values that the ObservationSpec names, in its order, whatever the situation"),

    /** An observed value is NaN or infinite. */
    OBSERVATION_NOT_FINITE("look for a division by zero or the root of a negative number where this value is computed"),

    /** An observed value is so large that nothing else can be learned of it. */
    OBSERVATION_HUGE(
            Severity.WARNING,
            "observe the largest value that matters instead (the farthest that is seen, say), with a flag if nothing is there: beside"
                    + " Float.MAX_VALUE all other values are one"),

    /** {@code observe}, {@code mask} or {@code statistics} changes the game. */
    OBSERVE_CHANGES_STATE(
            "compute what changes (timers, noise, caches) in step(); observe(), mask() and statistics() only read"),

    /** A reward is NaN or infinite. */
    REWARD_NOT_FINITE("look for a division by zero where the reward is computed"),

    /** A second {@code takeReward} gives the same reward again. */
    REWARD_NOT_TAKEN("set the gathered reward to 0 in takeReward() after reading it"),

    /** {@code takeReward} changes what is observed. */
    REWARD_CHANGES_OBSERVATION(
            Severity.WARNING,
            "compute in step() what is observed of rewards: an iteration of training also takes them in the midst of a decision, where"
                    + " the game does not, so that the last that was taken would be another"),

    /** An agent is rewarded outside of its episodes. */
    REWARD_OUTSIDE_EPISODE(
            "give the last reward in the step that ends the agent (or its team), and none until it is RUNNING again"),

    /** The reward's parts don't add up to it. */
    REWARD_TERMS_DIFFER(
            "give in rewardTerms() what takeReward() is about to give, in parts, and set both to 0 in takeReward(); what a team"
                    + " earns is not the member's"),

    /** A statistic is NaN or infinite. */
    STATISTIC_NOT_FINITE("look for a division by zero where the statistic is computed"),

    /** The same seed and actions give another episode. */
    NOT_REPEATABLE(
            "draw everything random from RandomStream.of(seed) in reset(); no clock, no unseeded Random, no hash order, no"
                    + " static that lives on"),

    /** The same seed gives another episode on an instance that was played before. */
    LEFTOVER_STATE(
            "set every field in reset(), and with Box2D begin in a new World: something of the episode before is left"),

    /** An episode that is begun with the instance's settings is another one than without. */
    RESETS_DIFFER(
            "let reset(seed) begin as reset(seed, settings) does with the settings that the instance was made with"),

    /** Every seed gives the same episode. */
    SEED_IGNORED(Severity.WARNING, "use the seed of reset(); if nothing in the game is random this is right"),

    /** The shared {@code MathUtils.random} is drawn from, or replaced. */
    GLOBAL_RANDOM("draw from a RandomStream of the simulation instead of MathUtils.random, and leave that as it is"),

    /** Another instance that is played at the same time changes the episode. */
    INSTANCES_INTERFERE("move what the instances share (static fields, fields of the factory) into the simulation"),

    /** The episode is another one on another thread. */
    THREAD_DEPENDENT("use no ThreadLocal and no thread's name or identity: instances are played on many threads"),

    /** Instances that are played on several threads at once change each other's episodes. */
    THREADS_INTERFERE(
            "move what the instances share into the simulation (static fields, vectors to calculate with too, libGDX's Pools); or let the"
                    + " factory's needsOneThread() return true; an existing game can be isolated (isolated=true, IsolatedGame)"),

    /** An agent has ended, or the episode is over, right after a reset. */
    ENDED_AT_RESET(
            "let reset() put at least one agent to RUNNING, the others to RUNNING or INACTIVE, and clear the end of the game"
                    + " and of its teams (Team.begin())"),

    /** An agent is running although the episode is over. */
    RUNNING_AFTER_END("when isEpisodeOver() becomes true, give each agent that is RUNNING its TERMINATED or TRUNCATED"),

    /** An agent's episode closes without {@code TERMINATED} or {@code TRUNCATED}. */
    END_NOT_SHOWN(
            "show TERMINATED (or TRUNCATED) for the step in which the agent ends; INACTIVE alone means that it waits, so that"
                    + " its death would be learned as a pause. With a team call Team.end(), which ends who waits too"),

    /** An end turns into another end. */
    END_CHANGED("show one end, then INACTIVE or RUNNING; a next end needs a RUNNING before it"),

    /** An episode goes on and on. */
    NEVER_ENDS(
            "give a behavior a stepLimit, or the game an end; allow more with SimulationCheck.maxSteps if it only is long"),

    /** An episode is long, and there is no step limit. */
    NO_STEP_LIMIT(
            Severity.WARNING,
            "give a behavior a stepLimit: an untrained policy may play on for ever, and an evaluation waits for the end of each episode"),

    /** An agent waits in the midst of its episode for longer than an iteration of training. */
    WAITS_LONG(
            Severity.WARNING,
            "if the agent's episode is over, show its end; if it waits, a rollout.horizon above that makes its rewards known sooner"),

    /** An agent never runs. */
    NEVER_RUNS(
            Severity.WARNING,
            "let the agent be RUNNING at some time; if random play only doesn't reach that, this is right"),

    /** A mask forbids all choices of a branch. */
    ALL_CHOICES_FORBIDDEN("leave at least one choice, or make the agent INACTIVE"),

    /** A mask is another one when asked again. */
    MASK_CHANGES("let mask() only read the state of the game"),

    /** An agent keeps the actions that it was handed. */
    ACTIONS_KEPT("copy the values out of the actions in act(); the object is used again for others"),

    /** An agent changes the actions that it was handed. */
    ACTIONS_CHANGED("only read the actions in act()"),

    /** The game throws. */
    EXCEPTION("correct the game at the place named"),

    /** The game asks {@code Gdx} for something, and no application has put it there. */
    APPLICATION_MISSING(
            "call HeadlessGdx.install() of gdx-agents-training before the check, as the trainer does; if there is an application, this part"
                    + " of Gdx is empty in it"),

    /** The game needs natives that can't be loaded. */
    NATIVES_MISSING(
            "add gdx-platform and gdx-box2d-platform, both with the classifier natives-desktop, to the class path of whatever"
                    + " runs the game; and where it runs on threads of its own, call Box2DNatives.prepare() before the first"
                    + " World"),

    /** A second {@code dispose} throws. */
    DISPOSE_TWICE("remember in dispose() that it was done, or set what was disposed to null");

    private final Severity severity;
    private final String remedy;

    FindingKind(String remedy) {
        this(Severity.ERROR, remedy);
    }

    FindingKind(Severity severity, String remedy) {
        this.severity = severity;
        this.remedy = remedy;
    }

    /**
     * How bad it is.
     *
     * @return error or warning
     */
    public Severity severity() {
        return severity;
    }

    /**
     * What to do about it.
     *
     * @return advice, part of a sentence
     */
    public String remedy() {
        return remedy;
    }
}
