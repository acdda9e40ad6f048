/** TensorFlow: what it can learn on, and what is missing where it finds no GPU. */
package io.github.gdxagents.training.tensor;
