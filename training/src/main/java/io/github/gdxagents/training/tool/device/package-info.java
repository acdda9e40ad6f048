/** Whether this machine can learn on its GPU, and how fast. */
package io.github.gdxagents.training.tool.device;
