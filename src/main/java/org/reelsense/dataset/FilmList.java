package org.reelsense.dataset;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The films of one section: line i of its list of addresses is about the review numbered i, counted from 0. */
record FilmList(List<String> films) {

    static final FilmList UNKNOWN = new FilmList(List.of());

    private static final String BEFORE_FILM = "/title/";
    private static final int LONGEST_FILM = 64;

    FilmList {
        films = List.copyOf(films);
    }

    /** Reads lines such as {@code http://www.imdb.com/title/tt0453418/usercomments}. */
    static FilmList parse(byte[] utf8) {
        Map<String, String> known = new HashMap<>(); // 50,000 lines name some 7,000 films: keep one string each
        return new FilmList(new String(utf8, StandardCharsets.UTF_8)
                .lines()
                .map(line -> known.computeIfAbsent(filmOf(line), film -> film))
                .toList());
    }

    /** The film of a review, or empty if the list does not reach it. */
    String film(long number) {
        return number < films.size() ? films.get((int) number) : "";
    }

    private static String filmOf(String url) {
        int start = url.indexOf(BEFORE_FILM);
        if (start < 0) {
            return "";
        }
        String rest = url.substring(start + BEFORE_FILM.length());
        int slash = rest.indexOf('/');
        String film = (slash < 0 ? rest : rest.substring(0, slash)).strip();
        return film.length() > LONGEST_FILM ? "" : film;
    }
}
