package org.reelsense.report;

/** How far ahead, in words. */
final class Steps {

    private Steps() {}

    /** {@code 1 step ahead}, {@code 20 steps ahead}. */
    static String ahead(int horizon) {
        return Figures.count(horizon, "step") + " ahead";
    }
}
