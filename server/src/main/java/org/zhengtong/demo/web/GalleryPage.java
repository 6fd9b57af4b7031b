package org.zhengtong.demo.web;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component of the page kit on one page, for those who build pages. */
@Controller
@Profile("demo")
class GalleryPage {
    @GetMapping("/demo/gallery")
    String gallery() {
        return "demo/gallery";
    }
}
