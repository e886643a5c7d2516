package org.reelsense.dataset;

/**
 * What a user can hand in where a file cannot be had from its address.
 *
 * @param what with its article, such as "an archive"
 * @param option as the command line has it
 */
record Substitute(String what, String option) {

    static final Substitute ARCHIVE = new Substitute("an archive", "--archive FILE");
}
