package org.zhengtong.services.systems.web;

import java.util.Optional;

/** Who acts in the department's system. Both are needed. */
record By(Optional<String> name, Optional<String> post) {}
