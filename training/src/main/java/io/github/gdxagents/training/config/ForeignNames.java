package io.github.gdxagents.training.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What our keys and objectives are called elsewhere: in Stable-Baselines3, CleanRL, RLlib, ML-Agents. Thread safety: immutable. */
final class ForeignNames {
    private static final Map<String, String> OURS = Map.copyOf(table());

    private ForeignNames() {}

    private static Map<String, String> table() {
        Map<String, String> table = new HashMap<>();
        put(table, "rollout.instances", "n_envs", "num_envs", "n_environments");
        put(
                table,
                "rollout.horizon",
                "n_steps",
                "num_steps",
                "time_horizon",
                "train_batch_size",
                "rollout_fragment_length");
        put(table, "rollout.threads", "num_workers", "num_env_runners", "n_jobs");
        put(table, "ppo.totalSteps", "n_timesteps", "total_timesteps", "max_steps");
        put(table, "ppo.epochs", "n_epochs", "num_epochs", "num_epoch", "update_epochs", "num_sgd_iter");
        put(
                table,
                "ppo.minibatchSize",
                "batch_size",
                "mini_batch_size",
                "minibatch_size",
                "sgd_minibatch_size",
                "num_minibatches");
        put(table, "ppo.discount", "gamma");
        put(table, "ppo.gaeLambda", "gae_lambda", "lambda", "lambd", "lambda_");
        put(table, "ppo.learningRate", "learning_rate", "lr", "lr_schedule", "anneal_lr");
        put(table, "ppo.clipRangeUpper", "clip_range", "clip_coef", "clip_param", "clip_ratio", "epsilon");
        put(table, "ppo.valueClipRange", "clip_range_vf", "vf_clip_param", "clip_vloss");
        put(table, "ppo.entropyCoefficient", "ent_coef", "entropy_coef", "entropy_coeff", "beta");
        put(table, "ppo.valueCoefficient", "vf_coef", "vf_loss_coeff", "value_loss_coef");
        put(table, "ppo.maxGradientNorm", "max_grad_norm", "grad_clip");
        put(table, "ppo.targetKl", "target_kl");
        put(table, "ppo.learningRateTargetKl", "desired_kl");
        put(table, "ppo.objective.klCoefficient", "kl_coef", "kl_coeff");
        put(table, "ppo.objective.klTarget", "kl_target");
        put(table, "ppo.objective.conjugateGradientIterations", "cg_max_steps", "cg_iters");
        put(table, "ppo.objective.damping", "cg_damping");
        put(table, "ppo.objective.backtracks", "line_search_max_iter");
        put(table, "ppo.objective.backtrackFactor", "line_search_shrinking_factor");
        put(table, "network.hidden", "net_arch", "hidden_sizes", "hidden_units", "num_layers", "fcnet_hiddens");
        put(table, "network.activation", "activation_fn", "fcnet_activation");
        put(table, "network.trunk", "share_features_extractor", "shared_lstm", "enable_critic_lstm", "vf_share_layers");
        put(table, "network.memory.kind", "use_lstm", "use_rnn", "use_recurrent", "n_lstm", "n_lstm_layers");
        put(table, "network.memory.size", "lstm_hidden_size", "lstm_cell_size", "rnn_hidden_size", "memory_size");
        put(table, "network.memory.sequenceLength", "sequence_length", "max_seq_len");
        put(table, "network.initialLogStandardDeviation", "log_std_init");
        put(table, "network.initialPolicies", "init_path", "initialize_from");
        put(table, "normalization.observations", "norm_obs", "normalize_observations", "normalize");
        put(table, "normalization.rewards", "norm_reward", "normalize_rewards");
        put(table, "normalization.advantages", "norm_adv", "normalize_advantage", "normalize_advantages");
        put(table, "evaluation.everyIterations", "eval_freq", "evaluation_interval");
        put(table, "evaluation.episodes", "n_eval_episodes", "evaluation_duration");
        put(table, "run.name", "run_id", "exp_name");
        put(table, "run.directory", "results_dir", "log_dir");
        put(table, "run.checkpointSeconds", "checkpoint_interval", "save_freq");
        put(table, "clip", "ppo");
        put(table, "trust-region", "trpo");
        put(table, "policy-gradient", "a2c", "vpg", "reinforce");
        return table;
    }

    private static void put(Map<String, String> table, String ours, String... theirs) {
        for (String name : theirs) {
            table.put(name, ours);
        }
    }

    /** What a name of another library is called here, written in whatever case and with hyphens or underscores. */
    static Optional<String> ours(String name) {
        return Optional.ofNullable(OURS.get(name.toLowerCase(Locale.ROOT).replace('-', '_')));
    }

    /** All keys and objectives that have a name elsewhere. */
    static Iterable<String> known() {
        return OURS.values();
    }
}
