package org.reelsense.scoring;

/** What a reader comes upon. */
public sealed interface Entry permits Header, Review, Failure {}
