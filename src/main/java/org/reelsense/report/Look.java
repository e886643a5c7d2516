package org.reelsense.report;

/**
 * How a model is drawn: colour is never all that tells two apart.
 *
 * @param colour number of the page's colour
 * @param shape of its points, by Lets-Plot's number, which is R's
 * @param dash of its lines, by Lets-Plot's name
 */
record Look(int colour, int shape, String dash) {}
