package org.zhengtong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. What it is made of is told by the packages below this one. */
@SpringBootApplication
public class Zhengtong {
    public static void main(String[] arguments) {
        SpringApplication.run(Zhengtong.class, arguments);
    }
}
