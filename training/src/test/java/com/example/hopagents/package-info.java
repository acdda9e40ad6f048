/** What lets agents play {@code com.example.hop}, of which not a line was changed. */
package com.example.hopagents;
