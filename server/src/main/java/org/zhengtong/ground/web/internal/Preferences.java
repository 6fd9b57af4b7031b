package org.zhengtong.ground.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.ground.web.SharedScreen;

/** How somebody wants to see the pages: kept in cookies, so that it also holds before signing in. */
@Controller
class Preferences {
    static final String MODE = "zt_mode";
    static final String THEME = "zt_theme";
    private static final String START = "/kiosk";
    private static final Set<String> MODES = Set.of("standard", "elder");
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private final LocaleResolver locales;

    Preferences(LocaleResolver locales) {
        this.locales = locales;
    }

    /** Changes what is given and knows the value; comes back to the page it was asked on. */
    @PostMapping("/preferences")
    String prefer(
            @RequestParam Optional<String> mode,
            @RequestParam Optional<String> theme,
            @RequestParam Optional<String> language,
            @RequestParam Optional<String> back,
            HttpServletRequest request,
            HttpServletResponse response) {
        mode.filter(MODES::contains).ifPresent(value -> remember(MODE, value, request, response));
        theme.filter(THEMES::contains)
                .ifPresent(value -> remember(THEME, value.equals("auto") ? "" : value, request, response));
        language.filter(LANGUAGES::contains)
                .ifPresent(value -> locales.setLocale(request, response, Locale.forLanguageTag(value)));
        return "redirect:" + back.flatMap(SameSite::path).orElse("/");
    }

    /** At a machine of a hall: what is touched stands low for who sits, until the next person begins. */
    @PostMapping("/kiosk/height")
    String height(
            @RequestParam(defaultValue = "false") boolean low,
            @RequestParam Optional<String> back,
            HttpServletRequest request,
            HttpServletResponse response) {
        SharedScreen.show(low, request, response);
        String page = back.flatMap(SameSite::path).orElse(START);
        return "redirect:" + (page.matches("/kiosk(\\?.*)?") ? START + "?keep" : page);
    }

    private static void remember(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.keep(name, value, value.isEmpty() ? Duration.ZERO : Duration.ofDays(365), request, response);
    }
}
