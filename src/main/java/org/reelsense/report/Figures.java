package org.reelsense.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.reelsense.evaluation.Evaluation;

/** How each kind of number is written, the same in every report. What is not a finite number is never shown as one. */
final class Figures {

    /** In place of a figure that there is none of. */
    static final String ABSENT = "-";

    /** Below it a difference is called significant. */
    static final double SIGNIFICANCE = Evaluation.SIGNIFICANCE;

    private static final double LEAST_P = 0.001;
    private static final double HUNDRED = 100;
    private static final double MEBI = 1 << 20;
    private static final int MOST_DECIMALS = 17;

    private Figures() {}

    /** 25000 as {@code 25,000}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With what is counted: {@code 1 epoch}, {@code 2 epochs}. */
    static String count(long count, String what) {
        return count(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** A share, 0 to 1, in percent: 0.9012 as {@code 90.12}. A difference of shares in points likewise. */
    static String percent(double share) {
        return fixed(share * HUNDRED, 2);
    }

    /** What is 0 because there is none of it is not shown as a figure. */
    static String countOrAbsent(long count) {
        return count == 0 ? ABSENT : count(count);
    }

    /** A percentage with its interval: {@code 90.12 [89.74, 90.48]}. */
    static String percent(double share, double low, double high) {
        return percent(share) + " [" + percent(low) + ", " + percent(high) + "]";
    }

    /** A score such as F1, area or loss: {@code 0.9012}. */
    static String score(double score) {
        return fixed(score, 4);
    }

    /** Seconds or a rate, with three digits or more: {@code 1,234}, {@code 12.3}, {@code 1.23}. */
    static String amount(double amount) {
        return amount(amount, amount);
    }

    /** An amount that belongs to another, with as many decimals as that has. */
    static String amount(double amount, double beside) {
        if (beside >= HUNDRED) {
            return fixed(amount, 0);
        }
        return fixed(amount, beside >= HUNDRED / 10 ? 1 : 2);
    }

    /** Bytes in MiB; 0 says that the system did not tell. */
    static String mebibytes(long bytes) {
        return bytes == 0 ? ABSENT : fixed(bytes / MEBI, 0);
    }

    /**
     * A p-value with its sign: {@code p = 0.41}, {@code p = 0.032}, {@code p < 0.001}. Rounding never carries it over
     * {@link #SIGNIFICANCE}: 0.04999 is not written as 0.05.
     */
    static String p(double p) {
        if (!Double.isFinite(p)) {
            return "p unknown";
        }
        return p < LEAST_P ? "p " + pValue(p) : "p = " + pValue(p);
    }

    /** The same for a column of them: {@code 0.41}, {@code 0.032}, {@code < 0.001}. */
    static String pValue(double p) {
        if (!Double.isFinite(p)) {
            return ABSENT;
        }
        if (p < LEAST_P) {
            return "< 0.001";
        }
        int decimals = p < 0.1 ? 3 : 2;
        BigDecimal rounded = round(p, decimals);
        while (decimals < MOST_DECIMALS && (rounded.doubleValue() < SIGNIFICANCE) != (p < SIGNIFICANCE)) {
            rounded = round(p, ++decimals);
        }
        return rounded.toPlainString();
    }

    /** With a capital letter at the beginning, as a sentence begins. */
    static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** With thousands separators; a number that rounds to 0 has no sign. */
    static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%,." + decimals + "f", round(value, decimals))
                : ABSENT;
    }

    private static BigDecimal round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
