/** What games with Box2D need besides Box2D: its natives ready for many worlds on many threads. */
package io.github.gdxagents.box2d;
