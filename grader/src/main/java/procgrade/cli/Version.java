package procgrade.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    /** {@inheritDoc} */
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "procgrade " + (version == null ? "(not built as a jar)" : version) + ", Java " + Runtime.version()
        };
    }
}
