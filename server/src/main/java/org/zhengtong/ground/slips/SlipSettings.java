package org.zhengtong.ground.slips;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Printers for slips.
 *
 * @param printers where a hall's printer listens, by the hall's id: {@code citizen-centre=10.1.2.3:9100}
 */
@ConfigurationProperties("zhengtong.slips")
record SlipSettings(@DefaultValue Map<String, String> printers) {
    SlipSettings {
        printers = Map.copyOf(printers);
    }
}
