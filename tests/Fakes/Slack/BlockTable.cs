namespace WorkshopBot.Fakes.Slack;

/// <summary>
/// What Slack takes, once: every block, element and object with its members. <c>!</c> is a member that must be there, a number in brackets the most characters or items
/// (the safe one where sources differ), <c>@</c> another line of the table, <c>any</c> and <c>one</c> what must be there of several. What is not written here is refused.
/// </summary>
static class BlockTable
{
    public const string Text = """
        option text!:plain(75) value!:str(75) description:plain(75)
        choice text!:text(75) value!:str(75) description:text(75)
        overflow_option text!:plain(75) value!:str(75) description:plain(75) url:str(3000)
        option_group label!:plain(75) options!:[@option](100)
        confirm title!:plain(100) text!:text(300) confirm!:plain(30) deny!:plain(30) style:of(primary,danger)
        slack_file id:str(255) url:str(3000) one(id,url)
        dispatch trigger_actions_on:[of(on_enter_pressed,on_character_entered)](2)
        filter include:[of(im,mpim,private,public)](4) exclude_external_shared_channels:bool exclude_bot_users:bool
        style bold:bool italic:bool strike:bool code:bool underline:bool
        column align:of(left,center,right) is_wrapped:bool
        feedback text!:plain(75) value!:str(2000) accessibility_label:str(75)

        section block_id:str(255) text:text(2900) fields:[text(2000)](10) accessory:@in_section expand:bool any(text,fields)
        header block_id:str(255) text!:plain(150)
        divider block_id:str(255)
        context block_id:str(255) elements!:[@in_context](10)
        actions block_id:str(255) elements!:[@in_actions](25)
        image block_id:str(255) alt_text!:str(2000) image_url:https(3000) slack_file:@slack_file title:plain(2000) one(image_url,slack_file)
        input block_id:str(255) label!:plain(2000) element!:@in_input hint:plain(2000) optional:bool dispatch_action:bool
        rich_text block_id:str(255) elements!:[@in_rich_text](1000)
        markdown block_id:str(255) text!:str(12000)
        table block_id:str(255) rows!:[[@cell](20)](100) column_settings:[@column](20)
        data_table block_id:str(255) caption!:str(1000) rows!:[[@cell](20)](101) page_size:int(100) row_header_column_index:int(19)
        context_actions block_id:str(255) elements!:[@in_context_actions](5)
        data_visualization block_id:str(255) title!:str(50) chart!:@in_chart
        series_chart series!:[@series](6) axis_config!:@axis
        pie segments!:[@point](6)
        series name!:str(20) data!:[@point](20)
        point label!:str(20) value!:number
        axis categories!:[str(20)](20) x_label:str(50) y_label:str(50)

        button action_id:str(255) text!:plain(75) value:str(2000) url:str(3000) style:of(primary,danger) confirm:@confirm accessibility_label:str(75)
        image_element alt_text!:str(2000) image_url:https(3000) slack_file:@slack_file one(image_url,slack_file)
        static_select action_id:str(255) placeholder:plain(150) options:[@option](100) option_groups:[@option_group](100) initial_option:@option confirm:@confirm focus_on_load:bool one(options,option_groups)
        external_select action_id:str(255) placeholder:plain(150) initial_option:@option min_query_length:int(100) confirm:@confirm focus_on_load:bool
        users_select action_id:str(255) placeholder:plain(150) initial_user:str(20) confirm:@confirm focus_on_load:bool
        conversations_select action_id:str(255) placeholder:plain(150) initial_conversation:str(20) default_to_current_conversation:bool response_url_enabled:bool filter:@filter confirm:@confirm focus_on_load:bool
        channels_select action_id:str(255) placeholder:plain(150) initial_channel:str(20) response_url_enabled:bool confirm:@confirm focus_on_load:bool
        multi_static_select action_id:str(255) placeholder:plain(150) options:[@option](100) option_groups:[@option_group](100) initial_options:[@option](100) max_selected_items:int(100) confirm:@confirm focus_on_load:bool one(options,option_groups)
        multi_external_select action_id:str(255) placeholder:plain(150) initial_options:[@option](100) min_query_length:int(100) max_selected_items:int(100) confirm:@confirm focus_on_load:bool
        multi_users_select action_id:str(255) placeholder:plain(150) initial_users:[str(20)](100) max_selected_items:int(100) confirm:@confirm focus_on_load:bool
        multi_conversations_select action_id:str(255) placeholder:plain(150) initial_conversations:[str(20)](100) default_to_current_conversation:bool filter:@filter max_selected_items:int(100) confirm:@confirm focus_on_load:bool
        multi_channels_select action_id:str(255) placeholder:plain(150) initial_channels:[str(20)](100) max_selected_items:int(100) confirm:@confirm focus_on_load:bool
        overflow action_id:str(255) options!:[@overflow_option](5) confirm:@confirm
        checkboxes action_id:str(255) options!:[@choice](10) initial_options:[@choice](10) confirm:@confirm focus_on_load:bool
        radio_buttons action_id:str(255) options!:[@choice](10) initial_option:@choice confirm:@confirm focus_on_load:bool
        datepicker action_id:str(255) placeholder:plain(150) initial_date:date confirm:@confirm focus_on_load:bool
        timepicker action_id:str(255) placeholder:plain(150) initial_time:time timezone:str(100) confirm:@confirm focus_on_load:bool
        datetimepicker action_id:str(255) initial_date_time:int(9999999999) confirm:@confirm focus_on_load:bool
        plain_text_input action_id:str(255) placeholder:plain(150) initial_value:str0(3000) multiline:bool min_length:int(3000) max_length:int1(3000) dispatch_action_config:@dispatch focus_on_load:bool
        email_text_input action_id:str(255) placeholder:plain(150) initial_value:str0(3000) dispatch_action_config:@dispatch focus_on_load:bool
        url_text_input action_id:str(255) placeholder:plain(150) initial_value:str0(3000) dispatch_action_config:@dispatch focus_on_load:bool
        number_input action_id:str(255) placeholder:plain(150) is_decimal_allowed!:bool initial_value:numeral(100) min_value:numeral(100) max_value:numeral(100) dispatch_action_config:@dispatch focus_on_load:bool
        rich_text_input action_id:str(255) placeholder:plain(150) initial_value:any min_lines:int1(100) max_lines:int1(100) dispatch_action_config:@dispatch focus_on_load:bool
        file_input action_id:str(255) filetypes:[str(20)](100) max_files:int1(10)
        feedback_buttons action_id:str(255) positive_button!:@feedback negative_button!:@feedback
        icon_button action_id:str(255) icon!:of(trash) text!:plain(75) value:str(2000) confirm:@confirm accessibility_label:str(75) visible_to_user_ids:[str(20)](10)

        rich_text_section elements!:[@leaf](1000)
        rich_text_list elements!:[@list_item](1000) style!:of(bullet,ordered) indent:int(8) offset:int(10000) border:int(1)
        rich_text_quote elements!:[@leaf](1000) border:int(1)
        rich_text_preformatted elements!:[@leaf](1000) border:int(1) language:str(50)
        leaf_text text!:str(12000) style:@style
        link url!:str(3000) text:str(3000) unsafe:bool style:@style
        emoji name!:str(100) unicode:str(100) style:@style
        user user_id!:str(20) style:@style
        usergroup usergroup_id!:str(20) style:@style
        channel channel_id!:str(20) style:@style
        team team_id!:str(20) style:@style
        broadcast range!:of(here,channel,everyone) style:@style
        date timestamp!:int(9999999999) format!:str(500) url:str(3000) fallback:str(500) style:@style
        color value!:str(20) style:@style
        raw_text text!:str(3000)
        raw_number value!:number text:str(3000)

        in_section = button checkboxes datepicker image=image_element multi_static_select multi_external_select multi_users_select multi_conversations_select multi_channels_select overflow radio_buttons static_select external_select users_select conversations_select channels_select timepicker
        in_actions = button checkboxes datepicker datetimepicker multi_static_select multi_external_select multi_users_select multi_conversations_select multi_channels_select overflow radio_buttons static_select external_select users_select conversations_select channels_select timepicker
        in_context = image=image_element mrkdwn plain_text
        in_context_actions = feedback_buttons icon_button
        in_input = checkboxes datepicker datetimepicker timepicker multi_static_select multi_external_select multi_users_select multi_conversations_select multi_channels_select radio_buttons static_select external_select users_select conversations_select channels_select plain_text_input email_text_input url_text_input number_input rich_text_input file_input
        in_rich_text = rich_text_section rich_text_list rich_text_quote rich_text_preformatted
        list_item = rich_text_section
        leaf = text=leaf_text link emoji user usergroup channel team broadcast date color
        cell = raw_text raw_number rich_text
        in_chart = line=series_chart bar=series_chart area=series_chart pie

        message = section header divider context actions image input rich_text markdown table data_table context_actions data_visualization
        modal = section header divider context actions image input rich_text
        home = section header divider context actions image input rich_text data_visualization

        modal_view title!:plain(24) blocks!:any submit:plain(24) close:plain(24) private_metadata:str0(3000) callback_id:str0(255) external_id:str0(255) clear_on_close:bool notify_on_close:bool submit_disabled:bool
        home_view blocks!:any private_metadata:str0(3000) callback_id:str0(255) external_id:str0(255)
        """;

    /// <summary>Elements that some surfaces do not have.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> OnlyIn = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["datetimepicker"] = ["message", "modal"],
        ["email_text_input"] = ["modal"],
        ["url_text_input"] = ["modal"],
        ["number_input"] = ["modal"],
        ["file_input"] = ["modal"],
        ["rich_text_input"] = ["modal", "home"],
        ["feedback_buttons"] = ["message"],
        ["icon_button"] = ["message"],
    };

    public const int BlocksOfMessage = 50;
    public const int BlocksOfView = 100;

    /// <summary>Characters of text in all the blocks of a message; it is written down nowhere and was met near 13,200.</summary>
    public const int TextOfMessage = 12_000;

    /// <summary>Characters of all markdown blocks of a message together.</summary>
    public const int Markdown = 12_000;

    public const int BytesOfView = 256_000;
}
