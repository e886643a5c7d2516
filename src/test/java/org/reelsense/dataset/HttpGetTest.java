package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.storage.DataException;

class HttpGetTest {

    @ParameterizedTest
    @CsvSource({
        "https://a/x/y, z, https://a/x/z",
        "https://a/x/y, //b/z, https://b/z",
        "https://a/x, https://b/z, https://b/z",
        "http://a/x, https://a/x, https://a/x",
        "http://a/x, http://b/x, http://b/x",
    })
    void target_safeRedirect_isResolved(URI from, String location, URI expected) throws DataException {
        assertThat(HttpGet.target(from, location)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/x, http://a/x",
        "https://a/x, HTTP://a/x",
        "http://a/x, file:///etc/passwd",
        "https://a/x, ftp://a/x",
        "https://a/x, 'not an address'",
        "https://a/x, https:",
    })
    void target_unsafeRedirect_isRefused(URI from, String location) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> HttpGet.target(from, location))
                .withMessageContaining(location);
    }

    @Test
    void target_noLocation_isRefused() {
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> HttpGet.target(URI.create("https://a/"), ""));
    }
}
