package org.reelsense.model;

import org.reelsense.storage.DataException;

/**
 * A model file cannot be read: missing, damaged, hostile or not a model file. The only exception that a file's
 * content can cause. The message is one sentence: the file, what is wrong with it, what to do.
 */
public class ModelFileException extends DataException {

    private static final long serialVersionUID = 1L;
    private static final int QUOTED_CHARS = 60;
    private static final int PROBLEM_CHARS = 400;

    /** What is wrong. The list is closed: a caller may switch over it. */
    public enum Reason {
        /** There is no such file. */
        MISSING("check the path"),
        /** A folder, or no permission, or the disk failed. */
        UNREADABLE("check that it is a file you may read"),
        /** Some other kind of file, or a later version of ours. */
        WRONG_FORMAT("name a .safetensors file written by this or an earlier release"),
        /** Ends before what it promises. */
        TOO_SHORT(Reason.AGAIN),
        /** The header is longer than 16 MiB. */
        HEADER_TOO_LARGE(Reason.AGAIN),
        /** The header is not a JSON object, something follows it, or an escape gives half a surrogate pair. */
        HEADER_NOT_JSON(Reason.AGAIN),
        /** The header is not UTF-8. */
        BAD_UTF8(Reason.AGAIN),
        /** {@code __metadata__} is not a map from text to text. */
        BAD_METADATA(Reason.AGAIN),
        /** A tensor's entry is not exactly dtype, shape and data_offsets, or its name is empty. */
        BAD_ENTRY(Reason.AGAIN),
        /** A tensor, a field or a metadata key is given twice. */
        DUPLICATE_NAME(Reason.AGAIN),
        /** More tensors, longer names, deeper nesting or the like than the reader takes; see the package's limits. */
        LIMIT_EXCEEDED("make a smaller file"),
        /** An element type other than F32, I8 and U8. */
        UNKNOWN_DTYPE("convert the tensor to F32, I8 or U8"),
        /** An axis that is negative, no integer or too long, or a product that overflows. */
        BAD_SHAPE(Reason.AGAIN),
        /** Offsets that are no pair, negative, reversed or of another length than dtype and shape say. */
        BAD_OFFSETS(Reason.AGAIN),
        /** The tensors do not follow each other without a gap. */
        HOLE_OR_OVERLAP(Reason.AGAIN),
        /** Bytes after the last tensor. */
        TRAILING_BYTES(Reason.AGAIN),
        /** Sound so far, but more than this process can hold. */
        TOO_LARGE("give Java more memory (-Xmx) or use a smaller model"),
        /** The content is not what was written. */
        CHECKSUM("copy or download it again, or, if another tool changed it on purpose, let that tool drop the"
                + " metadata keys format and checksum");

        private static final String AGAIN = "copy or download it again, or train the model anew";

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }
    }

    private final Reason reason;

    /** {@code file} names what was read; {@code problem} goes on from "FILE: ", without a full stop; what to do is added. */
    public ModelFileException(String file, Reason reason, String problem) {
        super(message(file, reason, problem));
        this.reason = reason;
    }

    public ModelFileException(String file, Reason reason, String problem, Throwable cause) {
        super(message(file, reason, problem), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Text from a file, fit for one line of a terminal: cut, and without control characters. */
    static String quoted(String text) {
        return '"' + oneLine(text, QUOTED_CHARS) + '"';
    }

    /** A problem may repeat what a file says: it must not write to a terminal more than a line. */
    private static String message(String file, Reason reason, String problem) {
        return "%s: %s; %s".formatted(file, oneLine(problem, PROBLEM_CHARS), reason.remedy);
    }

    private static String oneLine(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most) + "...";
        return cut.replaceAll("\\p{C}", "?");
    }
}
