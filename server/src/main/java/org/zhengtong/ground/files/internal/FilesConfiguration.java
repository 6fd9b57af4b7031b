package org.zhengtong.ground.files.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.files.FileSettings;
import org.zhengtong.ground.files.MalwareScanner;
import org.zhengtong.ground.files.MalwareScanner.Finding;
import org.zhengtong.ground.start.CannotStart;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FilesConfiguration {
    private static final int TIMEOUT = 20_000;

    @Bean
    MalwareScanner malwareScanner(FileSettings settings) {
        String scanner = settings.scanner();
        if (scanner == null || scanner.isBlank()) {
            return _ -> Finding.CLEAN;
        }
        int colon = scanner.lastIndexOf(':');
        if (colon < 1 || !scanner.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new CannotStart(
                    "zhengtong.files.scanner is " + scanner + ", which is no address.",
                    "Give host and port of the ClamAV daemon, such as 127.0.0.1:3310.");
        }
        return new ClamScanner(scanner.substring(0, colon), Integer.parseInt(scanner.substring(colon + 1)), TIMEOUT);
    }
}
