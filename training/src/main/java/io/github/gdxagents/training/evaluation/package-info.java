/** How good policies are: what their episodes come to. */
package io.github.gdxagents.training.evaluation;
