/** What the tools beside training share: how they print, for people and for programs. */
package io.github.gdxagents.training.tool;
