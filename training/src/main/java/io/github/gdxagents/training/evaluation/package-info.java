/** How good policies are: plays episodes apart from training's and says what they come to. */
package io.github.gdxagents.training.evaluation;
