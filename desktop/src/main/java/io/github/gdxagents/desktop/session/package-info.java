/** A running episode without its window: the clock, who decides, what happened, and policy files that change. */
package io.github.gdxagents.desktop.session;
