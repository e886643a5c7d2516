/**
 * The command line: one picocli command a class, and the only place that prints or ends the process.
 *
 * <p>Neighbours: uses every other package; none uses it. {@link org.reelsense.cli.Main} is the door.
 *
 * <h2>Who does what</h2>
 *
 * <ul>
 *   <li>{@code Main} lists the commands. A new one is a line there; help, version and exit codes come by themselves.
 *   <li>{@code Streams} is what a command talks to: results go to {@code out}, everything else to {@code err}, long work
 *       to {@code progress()}.
 *   <li>{@code Terminals} alone decides on bars, bold and colour.
 *   <li>{@code Failures} alone turns exceptions into a line and an exit code. Commands throw.
 *   <li>{@code DataOptions}, {@code SettingsOptions}, {@code VectorOptions} and {@code ThreadOptions} are mixed into commands
 *       that need them; {@code ReviewOptions} is for {@code score}. An option that has no effect beside another is refused
 *       and not ignored.
 *   <li>{@code EmbedCommand} lists the commands below {@code embed}.
 *   <li>{@code RunOutput} is mixed into commands that print a run, as a table or with {@code --json}.
 *   <li>{@code WholeLines} is for results that must end with a whole line, also on Ctrl-C.
 *   <li>{@code RunWatch} is for commands that write a run folder: its log, and a word on Ctrl-C.
 * </ul>
 *
 * <h2>Traps</h2>
 *
 * <ul>
 *   <li>Results are buffered: a command that answers a live stream has to flush.
 *   <li>A reader that goes away ({@code | head}) arrives as {@code ClosedOutput}, an unchecked exception; never catch it.
 *   <li>Texts from files may hold control characters; what goes to a terminal passes {@code Aligned.printable}.
 * </ul>
 */
@NullMarked
package org.reelsense.cli;

import org.jspecify.annotations.NullMarked;
