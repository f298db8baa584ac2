/** The Telegram bot (R3.1.1): what customers say in private chats becomes tickets and messages, and it answers there. */
package com.leecyber.support.telegram;
