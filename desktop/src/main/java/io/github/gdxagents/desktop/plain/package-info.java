/** What shows and steers a game that brings nothing for that itself. */
package io.github.gdxagents.desktop.plain;
