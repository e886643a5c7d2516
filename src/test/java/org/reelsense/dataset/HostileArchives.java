package org.reelsense.dataset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Entries that would write, link or lead out of the place an archive is unpacked to, each kind by its name. */
final class HostileArchives {

    private static final byte[] EVIL = TestData.bytes("escaped");
    private static final String REVIEW = "aclImdb/train/pos/900_9.txt";

    private final Map<String, byte[]> all = new LinkedHashMap<>();
    private final Path outside;

    private HostileArchives(Path outside) {
        this.outside = outside;
    }

    /**
     * Records to stand before those of an archive.
     *
     * @param outside a folder that nothing may be written to
     */
    static Map<String, byte[]> all(Path outside) {
        HostileArchives archives = new HostileArchives(outside);
        archives.names();
        archives.links();
        archives.overrides();
        archives.kinds();
        archives.clashes();
        return archives.all;
    }

    private void names() {
        name("climbs", "../evil.txt");
        name("climbs far", "../".repeat(40) + "tmp/reelsense-evil.txt");
        name("climbs in the middle", "aclImdb/train/pos/../../../../evil.txt");
        name("climbs at the end", "aclImdb/train/pos/..");
        name("climbs to a review", "aclImdb/test/../train/pos/901_9.txt");
        name("climbs behind a dot", "./../evil.txt");
        name("climbs with a blank", "aclImdb/.. /evil.txt");
        name("absolute", outside + "/evil.txt");
        name("absolute twice", "/" + outside + "/evil.txt");
        name("sibling with the same start", "../out-evil/evil.txt");
        name("drive", "C:\\evil.txt");
        name("drive without a slash", "C:evil.txt");
        name("drive with a slash", "c:/evil.txt");
        name("network", "\\\\server\\share\\evil.txt");
        name("backslash climbs", "..\\evil.txt");
        name("backslash in the middle", "aclImdb\\train\\pos\\902_9.txt");
        name("line feed", "aclImdb/train/pos/9\n3_9.txt");
        name("escape sequence", "aclImdb/train/pos/\u001b[2J.txt");
    }

    private void links() {
        link("symbolic link to a file", TarConstants.LF_SYMLINK, REVIEW, outside + "/secret.txt");
        link("symbolic link that climbs", TarConstants.LF_SYMLINK, REVIEW, "../../../../outside/secret.txt");
        link("symbolic link within", TarConstants.LF_SYMLINK, REVIEW, "0_8.txt");
        link("hard link outside", TarConstants.LF_LINK, REVIEW, outside + "/secret.txt");
        link("hard link that climbs", TarConstants.LF_LINK, REVIEW, "../outside/secret.txt");
        link("hard link with a climbing name", TarConstants.LF_LINK, "../evil.txt", "aclImdb/train/pos/0_8.txt");
        link("link to itself", TarConstants.LF_SYMLINK, REVIEW, "900_9.txt");
        add(
                "symbolic link and a write through it",
                RawTar.entry("aclImdb/train/extra", TarConstants.LF_SYMLINK, outside.toString(), new byte[0]),
                RawTar.entry("aclImdb/train/extra/evil.txt", TarConstants.LF_NORMAL, "", EVIL));
        add(
                "hard link and a write through it",
                RawTar.entry(REVIEW, TarConstants.LF_LINK, outside + "/secret.txt", new byte[0]),
                RawTar.entry(REVIEW, TarConstants.LF_NORMAL, "", EVIL));
        add(
                "long link name",
                RawTar.entry("././@LongLink", TarConstants.LF_GNUTYPE_LONGLINK, "", TestData.bytes(outside + "/x\0")),
                RawTar.entry(REVIEW, TarConstants.LF_SYMLINK, "0_8.txt", new byte[0]));
        pax("PAX link name", "linkpath", outside + "/secret.txt", TarConstants.LF_SYMLINK);
    }

    private void overrides() {
        pax("PAX path that climbs", "path", "../evil.txt", TarConstants.LF_NORMAL);
        pax("PAX path with NUL", "path", "aclImdb/train/pos/9\0.txt", TarConstants.LF_NORMAL);
        pax("PAX path of 65,536 characters", "path", "a/".repeat(32_768), TarConstants.LF_NORMAL);
        pax("PAX sparse with a hole of exabytes", "GNU.sparse.realsize", "" + Long.MAX_VALUE, TarConstants.LF_NORMAL);
        longName("GNU long name that climbs", "../".repeat(60) + "evil.txt");
        longName("GNU long name of 65,536 characters", "b".repeat(65_536));
        add(
                "PAX path for all that follow",
                RawTar.entry(
                        "global", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER, "", RawTar.line("path", "../evil.txt")),
                RawTar.entry(REVIEW, TarConstants.LF_NORMAL, "", EVIL));
    }

    private void kinds() {
        link("character device", TarConstants.LF_CHR, REVIEW, "");
        link("block device", TarConstants.LF_BLK, REVIEW, "");
        link("pipe", TarConstants.LF_FIFO, REVIEW, "");
        link("unknown kind", (byte) 'Z', REVIEW, "");
    }

    private void clashes() {
        add(
                "names that differ in case",
                RawTar.entry("aclImdb/train/pos/a_9.txt", TarConstants.LF_NORMAL, "", EVIL),
                RawTar.entry("aclImdb/train/pos/A_9.txt", TarConstants.LF_NORMAL, "", EVIL));
        name("folder in capitals", "aclImdb/Train/Pos/0_8.txt");
        name("ending in capitals", "aclImdb/train/pos/0_8.TXT");
        name("a review twice", "aclImdb/train/pos/0_8.txt");
    }

    private void name(String what, String name) {
        add(what, RawTar.entry(name, TarConstants.LF_NORMAL, "", EVIL));
    }

    private void link(String what, byte kind, String name, String target) {
        add(what, RawTar.entry(name, kind, target, new byte[0]));
    }

    private void pax(String what, String key, String value, byte kind) {
        add(
                what,
                RawTar.entry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC, "", RawTar.line(key, value)),
                RawTar.entry(REVIEW, kind, "", new byte[0]));
    }

    private void longName(String what, String name) {
        add(
                what,
                RawTar.entry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, "", TestData.bytes(name + "\0")),
                RawTar.entry(REVIEW, TarConstants.LF_NORMAL, "", EVIL));
    }

    private void add(String what, byte[]... entries) {
        all.put(what, RawTar.join(entries));
    }
}
