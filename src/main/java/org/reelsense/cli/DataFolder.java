package org.reelsense.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where downloads and caches are kept unless {@code --data} says otherwise, as each system has it. */
final class DataFolder {

    private static final String NAME = "reelsense";

    private DataFolder() {}

    /** The folder of this user on this system. */
    static Path standard() {
        return standard(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /** The same for any; a relative XDG_CACHE_HOME is ignored, as its specification demands. */
    static Path standard(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Windows")) {
            return absolute(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve(NAME);
        }
        return absolute(environment, "XDG_CACHE_HOME")
                .orElse(home.resolve(".cache"))
                .resolve(NAME);
    }

    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
