package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilmListTest {

    @Test
    void parse_addresses_givesFilmsByLine() {
        FilmList list = FilmList.parse(TestData.bytes("""
                http://www.imdb.com/title/tt0453418/usercomments
                http://www.imdb.com/title/sample-0001/
                http://www.imdb.com/title/tt7\r
                no address

                """));
        assertThat(list.films()).containsExactly("tt0453418", "sample-0001", "tt7", "", "");
    }

    @Test
    void film_beyondTheList_isUnknown() {
        FilmList list = FilmList.parse(TestData.bytes("http://x/title/tt1/"));
        assertThat(list.film(0)).isEqualTo("tt1");
        assertThat(list.film(1)).isEmpty();
        assertThat(list.film(ReviewName.NO_NUMBER)).isEmpty();
    }

    @Test
    void parse_absurdlyLongFilm_isUnknown() {
        FilmList list = FilmList.parse(TestData.bytes("/title/" + "t".repeat(1000) + "/"));
        assertThat(list.film(0)).isEmpty();
    }
}
