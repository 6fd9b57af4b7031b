package org.zhengtong.ground.web.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.zhengtong.ground.web.WebSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebSettings.class, LimitSettings.class})
class WebConfiguration implements WebMvcConfigurer {

    /** Chinese first; English as second language. Each room has its own file, {@code messages/<wing>/<room>}. */
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static String[] bundles() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*/*.properties");
        return Arrays.stream(files)
                .map(WebConfiguration::path)
                .filter(path -> !path.contains("_en"))
                .map(path -> path.substring(path.indexOf("messages/"), path.length() - ".properties".length()))
                .toArray(String[]::new);
    }

    private static String path(Resource file) {
        try {
            return file.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("zt_language");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** Our own files say how their letters are written, so that a browser has nothing to guess. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> typesOfFiles() {
        MimeMappings types = new MimeMappings();
        types.add("css", "text/css;charset=UTF-8");
        types.add("js", "text/javascript;charset=UTF-8");
        types.add("svg", "image/svg+xml;charset=UTF-8");
        return server -> server.addMimeMappings(types);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)));
    }
}
