package org.zhengtong.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
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

    /**
     * The rules of axe it is looked at by; none: all of them. The page is the same on all devices, and its structure is looked
     * at on the phone: larger letters, dark colours and another language can break only what has to do with them.
     */
    List<String> rules() {
        return switch (this) {
            case ELDER_PHONE -> List.of("target-size", "scrollable-region-focusable");
            case DARK_DESKTOP -> List.of("color-contrast", "target-size", "scrollable-region-focusable");
            case ENGLISH_PHONE ->
                List.of(
                        "html-has-lang",
                        "html-lang-valid",
                        "valid-lang",
                        "link-name",
                        "button-name",
                        "label",
                        "image-alt");
            case PHONE, DESKTOP, PHONE_WITHOUT_SCRIPTS, DESKTOP_WITHOUT_SCRIPTS -> List.of();
        };
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
