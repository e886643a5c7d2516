package org.reelsense.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveStructSparse;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * What an honest archive of reviews never holds. As nothing is extracted, none of it could lead anywhere here; but who
 * unpacks the same archive with another program is warned, and a review behind a link would be lost in silence.
 */
final class EntryRules {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final int SHOWN = 100;

    /** GNU's header has room for so many, used or not; headers for all entries to come may add to them without end. */
    private static final int HEADER_HOLES = 4;

    private EntryRules() {}

    /** Why an archive with this entry is refused, if it is. */
    static Optional<String> offence(TarArchiveEntry entry, ArchiveLimits limits) {
        return ofKind(entry)
                .or(() -> ofHeaders(entry.getExtraPaxHeaders(), limits.headerBytes()))
                .or(() -> ofName(entry.getName(), limits.nameLength()))
                .or(() -> ofSize(entry.getSize(), limits.totalBytes()))
                .map(reason -> "its entry " + shown(entry) + " " + reason);
    }

    /** The name for a message; it may be as long as the header allows. */
    static String shown(TarArchiveEntry entry) {
        String name = CONTROL.matcher(entry.getName()).replaceAll("?");
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
    }

    /** A sparse entry is refused before its holes are read, which may claim to be exabytes. */
    private static Optional<String> ofKind(TarArchiveEntry entry) {
        if (entry.isSparse() || holes(entry.getSparseHeaders()) > HEADER_HOLES) {
            return Optional.of("has holes");
        }
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG, TarConstants.LF_DIR ->
                Optional.empty();
            case TarConstants.LF_SYMLINK, TarConstants.LF_LINK -> Optional.of("is a link");
            case TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO -> Optional.of("is a device or a pipe");
            default -> Optional.of("is neither a file nor a folder");
        };
    }

    private static int holes(@Nullable List<TarArchiveStructSparse> holes) {
        return holes == null ? 0 : holes.size();
    }

    /** Headers for all entries to come add up, which no limit on one entry's header would notice. */
    private static Optional<String> ofHeaders(Map<String, String> headers, int most) {
        long length = headers.entrySet().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length())
                .sum();
        return length > most ? Optional.of("has headers of " + length + " characters") : Optional.empty();
    }

    private static Optional<String> ofName(String name, int most) {
        if (name.length() > most) {
            return Optional.of("has a name of " + name.length() + " characters");
        }
        if (CONTROL.matcher(name).find()) {
            return Optional.of("has a name with control characters");
        }
        if (name.startsWith("/")
                || name.indexOf('\\') >= 0
                || DRIVE.matcher(name).matches()
                || climbs(name)) {
            return Optional.of("has a name that leads out of the archive");
        }
        return Optional.empty();
    }

    /** Whether a part of the path is {@code ..}; a name may well contain two dots. */
    private static boolean climbs(String name) {
        for (String part : name.split("/")) {
            if (part.strip().equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> ofSize(long size, long most) {
        return size > most ? Optional.of("claims " + size + " bytes") : Optional.empty();
    }

    /** Whether the path is that of a review or list but for the case of its letters. */
    static boolean differsInCaseOnly(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return !fits(path) && fits(lower);
    }

    private static boolean fits(String path) {
        return ReviewName.parse(path).isPresent() || Section.ofUrlList(path).isPresent();
    }
}
