package org.reelsense.report;

/**
 * A chart on the page.
 *
 * @param id no other figure of the page has
 * @param note how it is to be read; empty if that needs no words
 */
record Figure(String id, String title, String note, Markup svg) {}
