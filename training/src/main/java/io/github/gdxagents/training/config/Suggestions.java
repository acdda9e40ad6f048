package io.github.gdxagents.training.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Guesses what a misspelt name was meant to be, or one of another library. */
public final class Suggestions {
    /** Our keys and objectives: what they are called in Stable-Baselines3, CleanRL, RLlib and ML-Agents. */
    private static final String ELSEWHERE = """
            rollout.instances: n_envs num_envs n_environments
            rollout.horizon: n_steps num_steps time_horizon train_batch_size rollout_fragment_length
            rollout.threads: num_workers num_env_runners n_jobs
            ppo.totalSteps: n_timesteps total_timesteps max_steps
            ppo.epochs: n_epochs num_epochs num_epoch update_epochs num_sgd_iter
            ppo.minibatchSize: batch_size mini_batch_size minibatch_size sgd_minibatch_size num_minibatches
            ppo.discount: gamma
            ppo.gaeLambda: gae_lambda lambda lambd lambda_
            ppo.learningRate: learning_rate lr lr_schedule anneal_lr
            ppo.clipRangeUpper: clip_range clip_coef clip_param clip_ratio epsilon
            ppo.valueClipRange: clip_range_vf vf_clip_param clip_vloss
            ppo.entropyCoefficient: ent_coef entropy_coef entropy_coeff beta
            ppo.valueCoefficient: vf_coef vf_loss_coeff value_loss_coef
            ppo.maxGradientNorm: max_grad_norm grad_clip
            ppo.targetKl: target_kl
            ppo.learningRateTargetKl: desired_kl
            ppo.objective.klCoefficient: kl_coef kl_coeff
            ppo.objective.klTarget: kl_target
            ppo.objective.conjugateGradientIterations: cg_max_steps cg_iters
            ppo.objective.damping: cg_damping
            ppo.objective.backtracks: line_search_max_iter
            ppo.objective.backtrackFactor: line_search_shrinking_factor
            network.hidden: net_arch hidden_sizes hidden_units num_layers fcnet_hiddens
            network.activation: activation_fn fcnet_activation
            network.trunk: share_features_extractor shared_lstm enable_critic_lstm vf_share_layers
            network.memory.kind: use_lstm use_rnn use_recurrent n_lstm n_lstm_layers
            network.memory.size: lstm_hidden_size lstm_cell_size rnn_hidden_size memory_size
            network.memory.sequenceLength: sequence_length max_seq_len
            network.initialLogStandardDeviation: log_std_init
            network.initialPolicies: init_path initialize_from
            normalization.observations: norm_obs normalize_observations normalize
            normalization.rewards: norm_reward normalize_rewards
            normalization.advantages: norm_adv normalize_advantage normalize_advantages
            evaluation.everyIterations: eval_freq evaluation_interval
            evaluation.episodes: n_eval_episodes evaluation_duration
            run.name: run_id exp_name
            run.directory: results_dir log_dir
            run.checkpointSeconds: checkpoint_interval save_freq
            clip: ppo
            trust-region: trpo
            policy-gradient: a2c vpg reinforce
            """;

    /** Ours by the name of another library. */
    private static final Map<String, String> FOREIGN = foreign();

    private Suggestions() {}

    private static Map<String, String> foreign() {
        Map<String, String> ours = new HashMap<>();
        ELSEWHERE
                .lines()
                .map(line -> line.split(": | "))
                .forEach(names -> Arrays.stream(names).skip(1).forEach(name -> ours.put(name, names[0])));
        return ours;
    }

    /** All keys and objectives that have a name elsewhere. */
    static Collection<String> knownElsewhere() {
        return FOREIGN.values();
    }

    /** Asks whether the nearest valid name was meant, with something before it, or says something else if none is near. */
    static String remedy(String name, Collection<String> valid, String prefix, String otherwise) {
        return nearest(name, valid)
                .map(near -> "did you mean " + prefix + near + "?")
                .orElse(otherwise);
    }

    /** The valid name that differs in the fewest letters, also when the written one lacks the groups before a dot; empty if none is near. */
    public static Optional<String> nearest(String name, Collection<String> valid) {
        String foreign = lastPart(name).toLowerCase(Locale.ROOT).replace('-', '_');
        Optional<String> known = Optional.ofNullable(FOREIGN.get(foreign)).filter(valid::contains);
        if (known.isPresent()) {
            return known;
        }
        int farthest = Math.max(1, lastPart(name).length() / 2); // more would be another word
        return valid.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(name, candidate) <= farthest);
    }

    private static int distance(String name, String candidate) {
        int whole = edits(name, candidate);
        // a key in the wrong group is one fault, whatever the groups are called
        return Math.min(whole, edits(lastPart(name), lastPart(candidate)) + 1);
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Letters to insert, delete or replace (Levenshtein distance), regardless of case. */
    static int edits(String a, String b) {
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                current[j] = Math.min(previous[j - 1] + (same ? 0 : 1), 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
