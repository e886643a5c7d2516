package org.reelsense.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The release, from the jar's manifest, and what it runs on. */
final class Version implements IVersionProvider {

    /** The release's number; {@code dev} when the classes do not come from a jar. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "reelsense " + number(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
