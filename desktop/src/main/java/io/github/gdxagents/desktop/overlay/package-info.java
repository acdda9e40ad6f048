/** What the window shows over and beside the scene: the inspector of an agent, help, messages. */
package io.github.gdxagents.desktop.overlay;
