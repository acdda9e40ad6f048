package io.github.gdxagents.training.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which version this is. Thread safety: stateless. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"gdx-agents " + (version == null ? "development" : version)};
    }
}
