"""A brief becomes Markdown, HTML or JSON; article text is escaped before it meets any markup."""
