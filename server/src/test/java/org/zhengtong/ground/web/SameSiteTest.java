package org.zhengtong.ground.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameSiteTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/my", "/items?who=firm&q=%E5%BC%80", "/drafts/0198/check", "/items#top"})
    void paths_of_this_site_are_followed(String path) {
        assertThat(SameSite.path(path)).contains(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "my",
                "//evil.example",
                "/\\evil.example",
                "///evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\\b",
                "/a b",
                "/a\nb",
                "/a\u202eb",
                "/sign-in",
                "/sign-out",
                "/%"
            })
    void everything_else_is_not(String text) {
        assertThat(SameSite.path(text)).isEmpty();
    }
}
