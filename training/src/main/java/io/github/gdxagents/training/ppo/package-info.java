/**
 * Proximal policy optimization.
 *
 * <p>Open {@link io.github.gdxagents.training.ppo.Trainer} and read down: collect, improve each behavior, report. {@link
 * io.github.gdxagents.training.ppo.BehaviorTrainer} estimates advantages and goes through epochs of minibatches; {@link
 * io.github.gdxagents.training.ppo.Learner} takes a gradient step; {@link io.github.gdxagents.training.ppo.Loss} is what it descends, and
 * {@link io.github.gdxagents.training.ppo.ClipObjective} the heart of that. {@code training/docs/ppo.md} has the order and every detail.
 *
 * <p>Declared in one place each, and read by name: the columns of a sample ({@link
 * io.github.gdxagents.training.ppo.MinibatchLayout.Column}), what is scheduled ({@link io.github.gdxagents.training.ppo.Coefficient}), and
 * what is measured ({@link io.github.gdxagents.training.ppo.Figure}).
 *
 * <p>Room for what comes, with the class where it begins:
 *
 * <ul>
 *   <li>who plays a slot (the learner, a past version, a file, a script): {@code rollout.Instance.playBy}; what others decide is not learned
 *       from
 *   <li>workers on other machines: {@link io.github.gdxagents.training.ppo.Collector}, weights in, rollouts out
 *   <li>settings for each behavior: {@link io.github.gdxagents.training.ppo.BehaviorTrainers}, which reads them
 *   <li>several reward streams: {@link io.github.gdxagents.training.ppo.BehaviorTrainer#improve} estimates advantages once for each, columns
 *       are as wide as there are streams, and their weighted sum is what the objective sees
 *   <li>a loss over other data beside the objective: a term more in {@link io.github.gdxagents.training.ppo.Loss}
 *   <li>encoders in front of the network: {@link io.github.gdxagents.training.tensor.ActorCriticGraph}
 * </ul>
 */
package io.github.gdxagents.training.ppo;
