package org.zhengtong.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Optional;

/** What people hold in their hands, and how they want to see it. */
enum Device {
    PHONE(360, 740, true, false, ColorScheme.LIGHT),
    DESKTOP(1280, 900, true, false, ColorScheme.LIGHT),
    PHONE_WITHOUT_SCRIPTS(360, 740, false, false, ColorScheme.LIGHT),
    DESKTOP_WITHOUT_SCRIPTS(1280, 900, false, false, ColorScheme.LIGHT),
    ELDER_PHONE(360, 740, true, true, ColorScheme.LIGHT),
    DARK_DESKTOP(1280, 900, true, false, ColorScheme.DARK),
    ENGLISH_PHONE(360, 740, true, false, ColorScheme.LIGHT);

    private final int width;
    private final int height;
    final boolean scripts;
    final boolean elder;
    private final ColorScheme colours;

    Device(int width, int height, boolean scripts, boolean elder, ColorScheme colours) {
        this.width = width;
        this.height = height;
        this.scripts = scripts;
        this.elder = elder;
        this.colours = colours;
    }

    /** Whether it shows colours that no other device shows: larger letters and another language have those of a phone. */
    boolean ownColours() {
        return this != ELDER_PHONE && this != ENGLISH_PHONE;
    }

    /** The language somebody chose on the page. */
    Optional<String> language() {
        return this == ENGLISH_PHONE ? Optional.of("en") : Optional.empty();
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setColorScheme(colours)
                .setLocale("zh-CN");
    }
}
