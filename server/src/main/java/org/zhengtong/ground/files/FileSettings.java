package org.zhengtong.ground.files;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is done with files besides checking their structure.
 *
 * @param scanner {@code host:port} of a ClamAV daemon that looks at every file people hand in; when absent, none does
 */
@ConfigurationProperties("zhengtong.files")
public record FileSettings(@Nullable String scanner) {}
