package org.reelsense;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.beans.XMLDecoder;
import java.beans.XMLEncoder;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.util.ModelSerializer;
import org.hipparchus.complex.Complex;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.util.SerializationUtils;
import org.reelsense.storage.DataException;

/** The house's map as a test: a new package, arrow or library is added to {@link #TABLE} first, with a reason. */
class ArchitectureTest {

    /**
     * Each package with the packages of ours and the libraries (by root package) that it may use. Arrows point down
     * only; {@code *} is every row below; {@code (root)} is org.reelsense itself, the public door. Every package may
     * also use itself, the JDK's java packages and JSpecify's annotations; storage and progress are open to all above.
     * cli has Jackson for what it prints as JSON: tokens and {@code --json}; dataset names the JDK's failure of TLS; report
     * has jsoup to read what Lets-Plot drew.
     */
    private static final List<Row> TABLE = Row.parse("""
            cli        | *                                                 | picocli me.tongfei.progressbar com.fasterxml.jackson
            report     | forecast experiment evaluation embedding          | com.fasterxml.jackson org.jetbrains.letsPlot org.jsoup
            scoring    | (root) text                                       | de.siegmar.fastcsv com.fasterxml.jackson
            forecast   | experiment training model network evaluation dataset | com.fasterxml.jackson
            experiment | *                                                 | com.fasterxml.jackson
            (root)     | model network text parallel                       |
            baseline   | evaluation text dataset                           | de.bwaldvogel.liblinear
            training   | model network embedding evaluation text dataset   | org.nd4j
            model      | network text                                      | com.fasterxml.jackson
            network    | parallel                                          | org.bytedeco com.sun.jna
            embedding  | text parallel                                     | org.deeplearning4j org.nd4j
            evaluation | dataset                                           | org.hipparchus org.nd4j
            text       |                                                   | org.jsoup
            dataset    |                                                   | org.apache.commons.compress javax.net.ssl
            storage    |                                                   |
            progress   |                                                   |
            parallel   |                                                   |
            """);

    private static final Set<String> FOR_ALL = Set.of("storage", "progress");

    /** Names that say where code was put and not what it is for. */
    private static final Set<String> BANNED_NAMES = Set.of("util", "utils", "common", "core", "impl", "helper", "misc");

    /** What reads or writes Java objects as bytes: whoever reads a crafted file with it runs the file's code. */
    private static final List<Class<?>> SERIALISATION = List.of(
            ObjectInputStream.class,
            ObjectOutputStream.class,
            XMLDecoder.class,
            XMLEncoder.class,
            ModelSerializer.class,
            SerializationUtils.class);

    /**
     * Who opens or moves files for writing beside storage, and what for; none of it is saving. A lock, a download's part, a
     * log that grows, a bug's trace, standard output by its number, the older of two whole checkpoints; the reader of models
     * opens for reading.
     */
    private static final Set<String> OPENERS = Set.of(
            "org.reelsense.dataset.Download",
            "org.reelsense.dataset.PartFile",
            "org.reelsense.cli.LogProgress",
            "org.reelsense.cli.InternalErrorFile",
            "org.reelsense.cli.Streams",
            "org.reelsense.training.Checkpoints",
            "org.reelsense.scoring.NamedPipe",
            "org.reelsense.model.SafetensorsReader");

    private static final Set<String> WRITES_OF_FILES =
            Set.of("write", "writeString", "newOutputStream", "newBufferedWriter", "newByteChannel", "move", "copy");

    private static final Set<Class<?>> WRITERS_OF_FILES =
            Set.of(FileOutputStream.class, FileWriter.class, RandomAccessFile.class);

    private static final ArchRule ONLY_STORAGE_SAVES = noClasses()
            .that()
            .resideOutsideOfPackage(nameOf("storage"))
            .and(describe("no openers", one -> !OPENERS.contains(one.getName())))
            .should()
            .callCodeUnitWhere(describe("open a file for writing", ArchitectureTest::opensForWriting))
            .because("what is saved is whole or absent, which DurableFile sees to");

    private static final ArchRule ONLY_CLI_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage(nameOf("cli"))
            .should(ACCESS_STANDARD_STREAMS)
            .because("only the command line talks to the terminal");

    private static final ArchRule ONLY_CLI_EXITS = noClasses()
            .that()
            .resideOutsideOfPackage(nameOf("cli"))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("only the command line turns an exception into an exit code");

    private static final ArchRule NO_SERIALISATION = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "(de)serialise objects", used -> SERIALISATION.stream().anyMatch(used::isAssignableTo)))
            .because("a file that a user hands in must not be able to run code");

    /** What lets a file choose the classes that are made of it. */
    private static final ArchRule NO_NAMED_TYPES = noClasses()
            .should()
            .callMethodWhere(
                    describe("Jackson's default typing", call -> call.getName().endsWith("DefaultTyping")))
            .orShould()
            .dependOnClassesThat(describe("name types", used -> used.isEquivalentTo(JsonTypeInfo.class)))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("..snakeyaml..", "javax.script..", "javax.naming..", "java.rmi..")
            .because("a file that a user hands in must not choose which classes are loaded");

    private static final ArchRule NO_PROCESSES = noClasses()
            .should()
            .callMethodWhere(describe(
                    "Runtime.exec",
                    call -> call.getName().equals("exec")
                            && call.getTargetOwner().isEquivalentTo(Runtime.class)))
            .orShould()
            .dependOnClassesThat(describe("start processes", used -> used.isEquivalentTo(ProcessBuilder.class)))
            .because("nothing that a user hands in may become a command");

    private static final ArchRule NO_CYCLES =
            slices().assignedFrom(new ByPackage()).should().beFreeOfCycles();

    private static final Path SOURCES = Path.of("src/main/java");

    /** From where the compiler put them, so that neither tests nor libraries are among them. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(DataException.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void classes_everySourceFile_wasSeen() throws IOException {
        List<String> sources = sourceClasses();

        assertThat(sources).hasSizeGreaterThan(5);
        assertThat(sources).allMatch(CLASSES::contain);
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(sources.size());
    }

    /** Which also makes a cycle impossible as long as each class keeps its row. */
    @Test
    void table_everyArrow_pointsDown() {
        for (int i = 0; i < TABLE.size(); i++) {
            List<String> below =
                    TABLE.subList(i + 1, TABLE.size()).stream().map(Row::name).toList();
            assertThat(below)
                    .doesNotContain(TABLE.get(i).name())
                    .containsAll(TABLE.get(i).ours());
        }
    }

    @Test
    void packages_allThatExist_standInTheTable() throws IOException {
        assertThat(TABLE.stream().map(row -> nameOf(row.name()))).containsAll(packages());
    }

    @ParameterizedTest
    @MethodSource("rowsWithClasses")
    void package_itsClasses_useOnlyWhatItsRowAllows(Row row) {
        row.rule().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_itsDescription_isThereAndNullMarked(String name) {
        assertThat(CLASSES.getPackage(name).tryGetPackageInfo()).isPresent();
        assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_itsName_saysWhatItIsFor(String name) {
        assertThat(name.split("\\.")).doesNotContainAnyElementsOf(BANNED_NAMES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void classes_all_keepTheRule(ArchRule rule) {
        rule.check(CLASSES);
    }

    /** A rule that nothing can break protects nothing. */
    @ParameterizedTest
    @MethodSource("rulesOfOneClass")
    void rule_classThatBreaksIt_isCaught(ArchRule rule) {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(rule.evaluate(offender).hasViolation()).isTrue();
    }

    private static boolean opensForWriting(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        boolean made = name.equals("<init>")
                && (WRITERS_OF_FILES.stream().anyMatch(owner::isEquivalentTo)
                        || call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(File.class)));
        return made
                || owner.isEquivalentTo(FileChannel.class) && name.equals("open")
                || owner.isEquivalentTo(Files.class) && (WRITES_OF_FILES.contains(name) || name.startsWith("create"));
    }

    /** An exception becomes an exit code in {@code Failures} and nowhere else. */
    @Test
    void sources_exitCodeOfMissingData_standsInFailuresAlone() throws IOException {
        List<String> users = new ArrayList<>();
        for (String name : sourceClasses()) {
            Path source = SOURCES.resolve(name.replace('.', File.separatorChar) + ".java");
            if (Files.readString(source).contains("ExitCode.DATA")) {
                users.add(name);
            }
        }
        assertThat(users).containsExactly("org.reelsense.cli.Failures");
    }

    /** Those that keep code out of files. */
    static List<ArchRule> rulesAgainstCode() {
        return List.of(NO_SERIALISATION, NO_NAMED_TYPES, NO_PROCESSES);
    }

    static List<ArchRule> rules() {
        return List.of(
                ONLY_STORAGE_SAVES,
                ONLY_CLI_PRINTS,
                ONLY_CLI_EXITS,
                NO_SERIALISATION,
                NO_NAMED_TYPES,
                NO_PROCESSES,
                NO_CYCLES);
    }

    static List<ArchRule> rulesOfOneClass() {
        Row root = TABLE.stream()
                .filter(row -> row.name().equals("(root)"))
                .findFirst()
                .orElseThrow();
        return List.of(
                ONLY_STORAGE_SAVES,
                ONLY_CLI_PRINTS,
                ONLY_CLI_EXITS,
                NO_SERIALISATION,
                NO_NAMED_TYPES,
                NO_PROCESSES,
                root.rule());
    }

    static List<Row> rowsWithClasses() throws IOException {
        Set<String> existing = packages();
        return TABLE.stream()
                .filter(row -> existing.contains(nameOf(row.name())))
                .toList();
    }

    /** Full names of the packages that have a source file. */
    static Set<String> packages() throws IOException {
        return sourceClasses().stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    private static List<String> sourceClasses() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name ->
                            name.substring(0, name.length() - ".java".length()).replace(File.separatorChar, '.'))
                    .toList();
        }
    }

    private static String nameOf(String row) {
        return row.equals("(root)") ? "org.reelsense" : "org.reelsense." + row;
    }

    /** One line of {@link #TABLE}, the star resolved. */
    private record Row(String name, Set<String> ours, Set<String> libraries) {

        static List<Row> parse(String table) {
            List<String[]> cells =
                    table.lines().map(line -> line.split("\\|", -1)).toList();
            List<String> names = cells.stream().map(cell -> cell[0].strip()).toList();
            return IntStream.range(0, names.size())
                    .mapToObj(i -> new Row(
                            names.get(i),
                            cells.get(i)[1].strip().equals("*")
                                    ? Set.copyOf(names.subList(i + 1, names.size()))
                                    : words(cells.get(i)[1]),
                            words(cells.get(i)[2])))
                    .toList();
        }

        /** Closed: what is not named is forbidden. */
        ArchRule rule() {
            Set<String> lowest = FOR_ALL.contains(name) ? Set.of() : FOR_ALL;
            Stream<String> own = Stream.of(Stream.of(name), ours.stream(), lowest.stream())
                    .flatMap(names -> names)
                    .map(ArchitectureTest::nameOf);
            Stream<String> foreign = libraries.stream().map(library -> library + "..");
            String[] allowed = Stream.of(own, foreign, Stream.of("java..", "org.jspecify.annotations"))
                    .flatMap(names -> names)
                    .toArray(String[]::new);
            return classes()
                    .that()
                    .resideInAPackage(nameOf(name))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed);
        }

        private static Set<String> words(String cell) {
            return cell.isBlank() ? Set.of() : Set.of(cell.strip().split(" +"));
        }
    }

    private static final class ByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            return SliceIdentifier.of(one.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    /** Never runs; stands in the root package and does what is forbidden there. */
    private static final class Offender {

        private final Complex library = Complex.ONE;

        void offend(InputStream in) throws IOException {
            System.out.println(library);
            try (ObjectInputStream objects = new ObjectInputStream(in)) {
                Files.write(Path.of("file"), new byte[1]);
                System.exit(objects.readInt());
            }
            new JsonMapper().activateDefaultTyping(LaissezFaireSubTypeValidator.instance);
            Runtime.getRuntime().exec(new String[] {"true"});
        }
    }
}
